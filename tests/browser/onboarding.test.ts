import { expect, it } from 'vitest';
import { testBrowser } from '@/tests/support/browser/browser';
import { openAs } from '@/tests/support/browser/session';
import { testPortal } from '@/tests/support/processes/server';

const { url, owner } = await testPortal();
const browser = await testBrowser();

it('the operator onboards a business; its first people set their passwords and land in their wings; suspending locks them out', async () => {
  const operator = await openAs(browser, url, owner, 'super@oriel.example');
  const { page } = operator;
  await page.goto('/platform/tenants');
  await page.click('main a[href="/platform/tenants/new"]');
  await page.fill('input[name=name]', 'Juniper Architects');
  await page.fill('input[name=currency]', 'gbp');
  await page.selectOption('select[name=timeZone]', 'Europe/London');
  await page.fill('input[name=adminName]', 'Ada Juniper');
  await page.fill('input[name=adminEmail]', 'jane@okafor.example');
  await page.fill('input[name=clientName]', 'Moss family');
  await page.click('main button[type=submit]');

  // A taken address and a half-filled client: each message at its field, and nothing typed is lost.
  const message = (field: string) => page.locator(`[name=${field}]`).getAttribute('aria-invalid');
  await page
    .locator('[name=adminEmail][aria-invalid=true], [name=clientUserName][aria-invalid=true]')
    .first()
    .waitFor();
  expect(await message('clientUserName')).toBe('true');
  expect(await page.inputValue('input[name=name]')).toBe('Juniper Architects');
  await page.fill('input[name=clientUserName]', 'Nia Moss');
  await page.fill('input[name=clientUserEmail]', 'nia@moss.example');
  await page.fill('input[name=projectName]', 'Loft conversion');
  await page.click('main button[type=submit]');
  await page.locator('[name=adminEmail][aria-invalid=true]').waitFor();
  await page.fill('input[name=adminEmail]', 'ada@juniper.example');
  await page.click('main button[type=submit]');

  const links = page.locator('main li p.font-mono');
  await links.first().waitFor();
  const [forAdmin = '', forClient = ''] = await links.allTextContents();

  expect(await acceptInvitation(forAdmin)).toBe('/admin');
  expect(await acceptInvitation(forClient)).toBe('/client');
  expect(await projectNames('nia@moss.example')).toEqual(['Loft conversion']);

  await page.goto('/platform/tenants');
  await page.click('main a:has-text("Juniper Architects")');
  await page.waitForURL(/\/platform\/tenants\/[0-9a-f-]{36}$/);
  await page.click('main button:has-text("Suspend")');
  await page.click('[role=alertdialog] button:has-text("Suspend")');
  await page.locator('main button:has-text("Resume")').waitFor();
  await page.getByText('The business is suspended').first().waitFor();
  expect(await pathOf('ada@juniper.example', '/admin')).toBe('/no-access');

  await page.click('main button:has-text("Resume")');
  await page.locator('main button:has-text("Suspend")').waitFor();
  expect(await pathOf('ada@juniper.example', '/admin')).toBe('/admin');
  expect(operator.complaints).toEqual([]);
  await operator.close();
});

/** Sets a password through the link and says where that leads. The link must not work a second time. */
async function acceptInvitation(link: string): Promise<string> {
  const { page, close } = await openAs(browser, url, owner, null);
  await page.goto(link);
  const boxes = page.locator('input[type=password]');
  for (const box of await boxes.all()) await box.fill('a window of our own');
  await page.click('main button[type=submit]');
  await page.waitForURL((address) => !address.pathname.startsWith('/invitation'));
  const { pathname } = new URL(page.url());
  await page.context().clearCookies();
  await page.goto(link);
  expect(await page.locator('input[type=password]').count()).toBe(0);
  await close();
  return pathname;
}

async function projectNames(email: string): Promise<string[]> {
  const { page, close } = await openAs(browser, url, owner, email);
  await page.goto('/client/projects');
  const names = await page.locator('main a[href^="/client/projects/"]').allTextContents();
  await close();
  return names;
}

async function pathOf(email: string, address: string): Promise<string> {
  const { page, close } = await openAs(browser, url, owner, email);
  await page.goto(address);
  const { pathname } = new URL(page.url());
  await close();
  return pathname;
}
