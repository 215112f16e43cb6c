import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { testBrowser } from '@/tests/support/browser/browser';
import { openAs } from '@/tests/support/browser/session';
import { signIn } from '@/tests/support/identity/sign-in';
import { ownPortal } from '@/tests/support/processes/portal';

const { url, owner } = await ownPortal();
const browser = await testBrowser();
const manager = 'admin@harborpine.example';

async function clientForm(page: Page): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(`select id from clients where name = 'Rao villa'`);
  const path = `/admin/clients/${rows[0]?.id}/edit`;
  await page.goto(path);
  return path;
}

const phone = (page: Page) => page.locator('input[name=phone]');
const notes = (page: Page) => page.locator('textarea[name=internalNotes]');
const save = (page: Page) => page.locator('main form button[type=submit]').first().click();
const inDatabase = async () =>
  (
    await owner.query<{ phone: string | null; internal_notes: string | null }>(
      `select phone, internal_notes from clients where name = 'Rao villa'`,
    )
  ).rows[0];

describe('a form that is open in two tabs', () => {
  it('refuses the second save, keeps what was typed, tells who was first, and saves anyway when asked', async () => {
    const first = await openAs(browser, url, owner, manager);
    const second = await openAs(browser, url, owner, manager);
    await clientForm(first.page);
    await clientForm(second.page);
    await phone(first.page).fill('+351 1');
    await save(first.page);
    await first.page.waitForURL((address) => !address.pathname.endsWith('/edit'));
    await phone(second.page).fill('+351 2');
    await notes(second.page).fill('Asks for the plans');
    await save(second.page);
    const refusal = second.page.getByRole('alert').filter({ hasText: 'changed this on' });
    await refusal.waitFor();
    await expect.poll(() => refusal.textContent()).toContain('+351 1');
    expect([await phone(second.page).inputValue(), await notes(second.page).inputValue()]).toEqual([
      '+351 2',
      'Asks for the plans',
    ]);
    expect((await inDatabase())?.phone).toBe('+351 1');
    await second.page.getByRole('button', { name: 'Save anyway' }).click();
    await second.page.waitForURL((address) => !address.pathname.endsWith('/edit'));
    expect(await inDatabase()).toMatchObject({ phone: '+351 2', internal_notes: 'Asks for the plans' });
    for (const { complaints, close } of [first, second]) {
      expect(complaints).toEqual([]);
      await close();
    }
  });

  it('that another person has signed in to meanwhile sends nothing in that person’s name', async () => {
    const { page, close } = await openAs(browser, url, owner, manager);
    await page.goto('/admin/clients/new');
    await page.locator('input[name="client.name"]').fill('Wrong business');
    const { name, value } = await signIn(owner, 'admin@kestrel.example');
    await page.context().addCookies([{ name, value, url, httpOnly: true, sameSite: 'Lax' }]);
    await save(page);
    await page.getByRole('alert').filter({ hasText: 'You are signed in as' }).waitFor();
    await expect.poll(() => page.locator('input[name="client.name"]').inputValue()).toBe('Wrong business');
    expect((await owner.query(`select id from clients where name = 'Wrong business'`)).rows).toEqual([]);
    await close();
  });
});

describe('a form of an older build', () => {
  it('says that the portal was updated, and has the typed text again after a reload', async () => {
    const { page, close } = await openAs(browser, url, owner, manager);
    await clientForm(page);
    await page.route('**/edit', (route, request) =>
      request.method() === 'POST'
        ? route.continue({ headers: { ...request.headers(), 'next-action': '7f'.padEnd(42, '0') } })
        : route.continue(),
    );
    await notes(page).fill('Typed before the update');
    await save(page);
    await page.getByRole('button', { name: 'Reload' }).waitFor();
    await expect.poll(() => notes(page).inputValue()).toBe('Typed before the update');
    await page.unroute('**/edit');
    await page.getByRole('button', { name: 'Reload' }).click();
    await page.waitForLoadState();
    await expect.poll(() => notes(page).inputValue()).toBe('Typed before the update');
    await save(page);
    await page.waitForURL((address) => !address.pathname.endsWith('/edit'));
    expect((await inDatabase())?.internal_notes).toBe('Typed before the update');
    await close();
  });
});
