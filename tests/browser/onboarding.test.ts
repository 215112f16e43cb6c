import { expect, it } from 'vitest';
import { testBrowser } from '@/tests/support/browser/browser';
import { openAs } from '@/tests/support/browser/session';
import { createAdmin, createTenant } from '@/tests/support/factories/identity';
import { sharedPortal } from '@/tests/support/processes/portal';

const { url, owner } = await sharedPortal();
const browser = await testBrowser();

it('a form with a taken address and half a client marks both fields and keeps what was typed', async () => {
  const { page, complaints, close } = await openForm();
  await page.fill('input[name=name]', 'Rowan Architects');
  await page.fill('input[name=adminName]', 'Ada Rowan');
  await page.fill('input[name=adminEmail]', 'nia@rowan.example');
  await page.fill('input[name=clientName]', 'Moss family');
  await page.click('main button[type=submit]');
  await page.locator('[name=clientUserName][aria-invalid=true]').waitFor();
  await expect.poll(() => page.inputValue('input[name=name]')).toBe('Rowan Architects');
  await page.fill('input[name=clientUserName]', 'Nia Rowan');
  await page.fill('input[name=clientUserEmail]', 'nia@rowan.example');
  await page.fill('input[name=projectName]', 'Loft conversion');
  await page.click('main button[type=submit]');
  await page.locator('[name=clientUserEmail][aria-invalid=true]').waitFor();
  const { rows } = await owner.query("select id from tenants where name = 'Rowan Architects'");
  expect(rows).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});

it('the first people of a new tenant set their passwords and land in their own areas', async () => {
  const { page, complaints, close } = await openForm();
  await page.fill('input[name=name]', 'Juniper Architects');
  await page.fill('input[name=currency]', 'gbp');
  await page.selectOption('select[name=timeZone]', 'Europe/London');
  await page.fill('input[name=adminName]', 'Ada Juniper');
  await page.fill('input[name=adminEmail]', 'ada@juniper.example');
  await page.fill('input[name=clientName]', 'Moss family');
  await page.fill('input[name=clientUserName]', 'Nia Moss');
  await page.fill('input[name=clientUserEmail]', 'nia@moss.example');
  await page.fill('input[name=projectName]', 'Loft conversion');
  await page.click('main button[type=submit]');
  const links = page.locator('main li p.font-mono');
  await links.first().waitFor();
  const [forAdmin = '', forClient = ''] = await links.allTextContents();
  expect(complaints).toEqual([]);
  await close();

  expect(await acceptInvitation(forAdmin)).toBe('/admin');
  expect(await acceptInvitation(forClient)).toBe('/client');
  expect(await projectNames('nia@moss.example')).toEqual(['Loft conversion']);
});

it('suspending a tenant locks its people out, and resuming lets them in again', async () => {
  const tenant = await createTenant(owner, { name: 'Larch Joinery' });
  const { email } = await createAdmin(owner, tenant);
  const { page, complaints, close } = await openAs(browser, url, owner, operator);
  await page.goto('/platform/tenants');
  await page.click('main a:has-text("Larch Joinery")');
  await page.waitForURL(`**/platform/tenants/${tenant.id}`);
  await page.click('main button:has-text("Suspend")');
  await page.click('[role=alertdialog] button:has-text("Suspend")');
  await page.locator('main button:has-text("Resume")').waitFor();
  await page.getByText('Business suspended').first().waitFor();
  expect(await pathOf(email, '/admin')).toBe('/no-access');

  await page.click('main button:has-text("Resume")');
  await page.locator('main button:has-text("Suspend")').waitFor();
  expect(await pathOf(email, '/admin')).toBe('/admin');
  expect(complaints).toEqual([]);
  await close();
});

const operator = 'super@oriel.example';

/** Opens the form for a new tenant from the list, as an operator does. */
async function openForm() {
  const opened = await openAs(browser, url, owner, operator);
  await opened.page.goto('/platform/tenants');
  await opened.page.click('main a[href="/platform/tenants/new"]');
  return opened;
}

/** Sets a password through the link and returns the final path. Expects the link to fail on a second use. */
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
  await expect.poll(() => page.locator('input[type=password]').count()).toBe(0);
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
