import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { violations } from '@/tests/support/browser/accessibility';
import { testBrowser } from '@/tests/support/browser/browser';
import { openAs } from '@/tests/support/browser/session';
import { businessOfMany } from '@/tests/support/fixtures/many-choices';
import { createTestTenant } from '@/tests/support/fixtures/tenant';
import { sharedPortal } from '@/tests/support/processes/portal';

const { url, owner } = await sharedPortal();
const browser = await testBrowser();
const business = await businessOfMany(owner, 300);
const { email } = business.admin;
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } as const;

const idOf = async (table: 'clients' | 'projects', name: string): Promise<string> =>
  (await owner.query(`select id from ${table} where tenant_id = $1 and name = $2`, [business.id, name])).rows[0]?.id;
const field = (page: Page, label: string) =>
  page.locator('input').and(page.getByRole('combobox', { name: label, exact: true }));
const options = (page: Page) => page.getByRole('listbox').getByRole('option');
const active = (page: Page) =>
  page.evaluate(() => {
    const id = document.activeElement?.getAttribute('aria-activedescendant');
    return id ? document.getElementById(id)?.textContent : null;
  });

describe('a business with 300 clients and 300 projects', () => {
  it('posts to the account of the last client, by keyboard only, and a refusal keeps the choice', async () => {
    const { page, complaints, close } = await openAs(browser, url, owner, email, { locale: 'en' });
    await page.goto('/admin/ledger/new');
    const client = field(page, 'Client');
    await client.focus();
    expect(await client.getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => options(page).count()).toBe(50);
    await page.keyboard.press('Home');
    await expect.poll(() => active(page)).toBe('Client 00001');
    await page.keyboard.press('End');
    await expect.poll(() => active(page)).toBe('Client 00050');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => active(page)).toBe('Client 00001');
    await page.keyboard.press('Escape');
    await expect.poll(() => client.getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.type('zizka');
    await expect.poll(() => active(page)).toBe('Client 00300 Žižka');
    expect(await client.getAttribute('aria-controls')).toBe(await page.getByRole('listbox').getAttribute('id'));
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect.poll(() => client.inputValue()).toBe('Client 00300 Žižka');

    // Without an amount the form comes back, with the choice.
    await page.locator('input[name=description]').focus();
    await page.keyboard.press('Enter');
    await page.locator('input[name=amount][aria-invalid=true]').waitFor();
    expect(await client.inputValue()).toBe('Client 00300 Žižka');
    await page.locator('input[name=amount]').fill('12');
    await page.locator('input[name=description]').fill('Crane');
    await page.keyboard.press('Enter');
    const wanted = await idOf('clients', 'Client 00300 Žižka');
    await page.waitForURL(`**/admin/ledger?party_id=${wanted}`);
    await expect.poll(() => page.locator('h1').textContent()).toBe('Client 00300 Žižka');
    await expect.poll(() => field(page, 'Client').inputValue()).toBe('Client 00300 Žižka');
    expect(complaints).toEqual([]);
    await close();
  });

  it('a field without a choice says so, and keeps what was typed', async () => {
    const { page, close } = await openAs(browser, url, owner, email, { locale: 'en' });
    await page.goto('/admin/ledger/new');
    const client = field(page, 'Client');
    await client.fill('nobody of this name');
    await page.getByText('Nothing found.').waitFor();
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).pathname).toBe('/admin/ledger/new');
    await page.locator('input[name=description]').fill('Crane');
    await page.keyboard.press('Enter');
    await expect.poll(() => client.getAttribute('aria-invalid')).toBe('true');
    expect(await client.inputValue()).toBe('nobody of this name');
    // Of a field that has a choice, what is half typed goes.
    await client.fill('00299');
    await expect.poll(() => active(page)).toBe('Client 00299');
    await page.keyboard.press('Enter');
    await client.fill('00');
    await page.keyboard.press('Tab');
    await expect.poll(() => client.inputValue()).toBe('Client 00299');
    await close();
  });

  it('an answer that comes late changes nothing, and one that fails is told', async () => {
    const { page, close } = await openAs(browser, url, owner, email, { locale: 'en' });
    let release = () => {};
    const late = new Promise<void>((done) => {
      release = done;
    });
    await page.route('**/api/admin/clients?search=00298**', async (route) => {
      await late;
      await route.continue().catch(() => undefined);
    });
    await page.route('**/api/admin/clients?search=broken**', (route) => route.fulfill({ status: 500, body: '{}' }));
    await page.goto('/admin/invoices/new');
    const client = field(page, 'Client');
    const asked = page.waitForRequest('**/api/admin/clients?search=00298**');
    await client.fill('00298');
    await asked;
    await client.fill('00299');
    await expect.poll(() => options(page).allInnerTexts()).toEqual(['Client 00299']);
    release();
    await page.waitForTimeout(300);
    expect(await options(page).allInnerTexts()).toEqual(['Client 00299']);
    await client.fill('broken');
    await page.getByText('The search did not answer.').waitFor();
    expect(await options(page).count()).toBe(0);
    await close();
  });

  it('filters by a client on a phone, in German, by touch, and shows everything again', async () => {
    const { page, close } = await openAs(browser, url, owner, email, { ...phone, locale: 'de' });
    await page.goto('/admin/projects');
    const client = field(page, 'Kunde');
    await client.tap();
    await page.getByText('Die ersten 50 Kunden.').waitFor();
    await client.fill('00300');
    await page.getByText('1 Treffer').waitFor();
    const [option] = [options(page).first()];
    expect((await option.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    expect((await client.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    expect(await violations(page)).toEqual([]);
    await option.tap();
    await page.waitForURL(`**/admin/projects?client_id=${await idOf('clients', 'Client 00300 Žižka')}`);
    await expect.poll(() => page.locator('main table tbody tr').count()).toBe(1);
    await expect.poll(() => client.inputValue()).toBe('Client 00300 Žižka');
    await client.tap();
    await options(page).filter({ hasText: 'Alle Kunden' }).tap();
    await page.waitForURL('**/admin/projects');
    await expect.poll(() => client.inputValue()).toBe('');
    await close();
  });

  it('the contact of a new project is a person of the chosen client', async () => {
    const wanted = await idOf('clients', 'Client 00300 Žižka');
    const person = await business.addPerson('client', wanted);
    const { page, close } = await openAs(browser, url, owner, email, { locale: 'en' });
    await page.goto('/admin/projects/new');
    await page.locator('input[name=name]').fill('Roof');
    await field(page, 'Client').fill('00300');
    await options(page).first().click();
    await page.locator('select[name=clientUserId]').selectOption({ label: person.name });
    await page.locator('main form button[type=submit]').click();
    await page.waitForURL(/\/admin\/projects\/[0-9a-f-]{36}$/);
    const { rows } = await owner.query(
      'select client_id, client_user_id from projects where tenant_id = $1 and name = $2',
      [business.id, 'Roof'],
    );
    expect(rows).toEqual([{ client_id: wanted, client_user_id: person.id }]);
    await close();
  });

  it('hours go to the oldest project, and to the same one next', async () => {
    const { page, close } = await openAs(browser, url, owner, business.staff.email, { locale: 'en' });
    await page.goto('/admin/time-entries');
    const form = page
      .locator('form')
      .filter({ has: page.locator('input[name=minutes]') })
      .first();
    await form.locator('input[role=combobox]').fill('zizka');
    await options(page).filter({ hasText: 'House 00300' }).click();
    await form.locator('input[name=minutes]').fill('1:30');
    await form.locator('input[name=description]').fill('Roof');
    await form.locator('button[type=submit]').click();
    await expect
      .poll(
        async () => (await owner.query('select project_id from time_entries where tenant_id = $1', [business.id])).rows,
      )
      .toEqual([{ project_id: await idOf('projects', 'House 00300 Žižka') }]);
    await expect
      .poll(() => form.locator('input[role=combobox]').inputValue())
      .toBe('House 00300 Žižka · Client 00300 Žižka');
    await close();
  });

  it('without JavaScript the first clients remain to choose from', async () => {
    const { page, close } = await openAs(browser, url, owner, email, { javaScriptEnabled: false });
    await page.goto('/admin/payments/new');
    await page.locator('select[name=client]').selectOption({ label: 'Client 00050' });
    await page.locator('main form button').click();
    await page.waitForURL(`**/admin/payments/new?client=${await idOf('clients', 'Client 00050')}`);
    await close();
  });
});

it('a business with few clients keeps the native select, and loads no list', async () => {
  const small = await createTestTenant(owner);
  await small.addClient('Rao villa');
  const { page, close } = await openAs(browser, url, owner, small.admin.email, { locale: 'en' });
  await page.goto('/admin/ledger/new');
  await page.getByLabel('Client').selectOption({ label: 'Rao villa' });
  expect(await page.locator('input[role=combobox]').count()).toBe(0);
  await close();
});
