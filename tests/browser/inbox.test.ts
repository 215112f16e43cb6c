import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { testBrowser } from '@/tests/support/browser/browser';
import { layoutFaults } from '@/tests/support/browser/layout-faults';
import { openAs } from '@/tests/support/browser/session';
import { inboxBusiness } from '@/tests/support/fixtures/inbox';
import { createTestTenant } from '@/tests/support/fixtures/tenant';
import { ownPortal } from '@/tests/support/processes/portal';

const { url, owner } = await ownPortal();
const browser = await testBrowser();

const row = (page: Page, title: string) => page.locator('main li.waiting').filter({ hasText: title });
const one = async (sql: string, values: unknown[]) => (await owner.query(sql, values)).rows[0];

describe.each([
  ['with a script', true],
  ['without a script', false],
])('%s', (_, javaScriptEnabled) => {
  const open = (account: string) => openAs(browser, url, owner, account, { javaScriptEnabled, locale: 'en' });

  it('an admin works off the inbox in place', async () => {
    const { tenant, jane, ticket, project } = await inboxBusiness(owner);
    const { page, complaints, close } = await open(tenant.admin.email);
    await page.goto('/admin');
    const press = async (title: string, name: string) => {
      await row(page, title).getByRole('button', { name, exact: true }).click();
      await row(page, title).waitFor({ state: 'detached' });
    };

    await press('Windows', 'Set 100%');
    expect(
      await one(`select status, percent from phases where project_id = $1 and name = 'Windows'`, [project.id]),
    ).toEqual({
      status: 'completed',
      percent: 100,
    });
    await press('Permit', 'Publish');
    expect(await one(`select status from documents where tenant_id = $1 and title = 'Permit'`, [tenant.id])).toEqual({
      status: 'published',
    });
    // Approved, it waits for its publication.
    await row(page, 'Plan').getByRole('button', { name: 'Approve', exact: true }).click();
    await row(page, 'Plan').getByRole('button', { name: 'Publish', exact: true }).waitFor();
    await press('Half done', 'Publish');
    expect(
      await one(
        `select published_at is not null as shown from project_updates where tenant_id = $1 and title = 'Half done'`,
        [tenant.id],
      ),
    ).toEqual({ shown: true });
    await press('Reported as paid', 'Confirm');
    expect(await one('select status from payment_claims where tenant_id = $1', [tenant.id])).toEqual({
      status: 'confirmed',
    });

    const request = row(page, 'Sockets');
    await request.getByText('Reply', { exact: true }).click();
    await request.locator('textarea').fill('On Monday.');
    await request.getByRole('button', { name: 'Send answer' }).click();
    await request.waitFor({ state: 'detached' });
    const answer = 'select body from ticket_messages where ticket_id = $1 order by created_at desc limit 1';
    expect(await one(answer, [ticket.id])).toEqual({ body: 'On Monday.' });

    const invited = row(page, jane.name).filter({ hasText: 'Not signed in yet' });
    await invited.getByRole('button', { name: 'Invite again' }).click();
    await invited
      .getByText(/\/invitation\//)
      .first()
      .waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('keeps what was typed where an answer is refused', async () => {
    const { tenant } = await inboxBusiness(owner);
    const { page, close } = await open(tenant.staff.email);
    await page.goto('/admin?show=unanswered');
    const request = row(page, 'Sockets');
    await request.getByText('Reply', { exact: true }).click();
    await request.getByRole('button', { name: 'Send answer' }).click();
    await request.getByText('Please fill in this field').or(request.locator('[aria-invalid=true]')).first().waitFor();
    await expect.poll(() => request.locator('textarea').isVisible()).toBe(true);
    await close();
  });
});

describe('the parts of the inbox', () => {
  it('have addresses, and fit a phone', async () => {
    const { tenant } = await inboxBusiness(owner);
    const { page, close } = await openAs(browser, url, owner, tenant.admin.email, {
      locale: 'en',
      viewport: { width: 360, height: 740 },
    });
    await page.goto('/admin');
    expect(await layoutFaults(page)).toEqual([]);
    await page.getByRole('link', { name: /^Overdue/ }).click();
    await page.waitForURL('**/admin?show=overdue');
    const shown = page.locator('main li.waiting');
    await expect.poll(() => shown.count()).toBeGreaterThan(0);
    expect(await shown.count()).toBe(await shown.filter({ hasText: 'Invoice overdue' }).count());
    await close();
  });

  it('say that nothing waits, and lead a new business through its first steps', async () => {
    const tenant = await createTestTenant(owner);
    const { page, close } = await openAs(browser, url, owner, tenant.admin.email, { locale: 'en' });
    await page.goto('/admin');
    await page.getByRole('heading', { name: /ready for its clients/ }).waitFor();
    await expect.poll(() => page.locator('main li.waiting').count()).toBe(0);
    await tenant.addProject(await tenant.addClient());
    await page.reload();
    await page.getByText('All caught up').waitFor();
    await close();
  });
});
