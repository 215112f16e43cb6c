import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { testBrowser } from '@/tests/support/browser/browser';
import { openAs } from '@/tests/support/browser/session';
import { sharedPortal } from '@/tests/support/processes/portal';

const { url, owner } = await sharedPortal();
const browser = await testBrowser();

const submit = (page: Page) => page.click('main form:has(input[name=name]) button[type=submit]:not([formaction])');
const invalid = (page: Page, field: string) =>
  page.locator(`main [name=${field}][aria-invalid=true]`).first().waitFor();
const option = (page: Page, select: string, text: string) =>
  page.locator(`select[name=${select}] option`, { hasText: text }).first().getAttribute('value');

it('an admin takes on a client: account, person with portal access, project, phases; the client follows it', async () => {
  const { page, complaints, close } = await openAs(browser, url, owner, 'admin@harborpine.example');

  await page.goto('/admin/clients/new');
  await page.fill('input[name=name]', 'Vale cottage');
  await submit(page);
  await page.waitForURL(/\/admin\/clients\/[0-9a-f-]{36}$/);
  expect(await page.locator('h1').textContent()).toBe('Vale cottage');

  // Portal access without a client is an error on the client field, and the form keeps its input.
  await page.goto('/admin/users/new');
  await page.fill('input[name=name]', 'Iris Vale');
  await page.fill('input[name=email]', 'iris@vale.example');
  await page.selectOption('select[name=userType]', 'client');
  await page.check('input[name=clientPortalEnabled]');
  await submit(page);
  await invalid(page, 'clientId');
  expect(await page.inputValue('input[name=email]')).toBe('iris@vale.example');
  await page.selectOption('select[name=clientId]', (await option(page, 'clientId', 'Vale cottage')) ?? '');
  await submit(page);
  const link = page.locator('main').getByText(/\/invitation\//);
  const invitation = (await link.first().textContent()) ?? '';

  await page.goto('/admin/projects/new');
  await page.fill('input[name=name]', 'Thatched roof');
  await page.selectOption('select[name=clientUserId]', (await option(page, 'clientUserId', 'Iris Vale')) ?? '');
  await page.selectOption('select[name=status]', 'active');
  await page.fill('input[name=startsOn]', '2026-11-01');
  await page.fill('input[name=endsOn]', '2026-10-01');
  await submit(page);
  await invalid(page, 'endsOn');
  await page.fill('input[name=endsOn]', '2027-10-01');
  await submit(page);
  await page.waitForURL(/\/admin\/projects\/[0-9a-f-]{36}$/);

  const project = new URL(page.url()).pathname;
  await page.goto(`${project}/phases`);
  for (const name of ['Scaffold', 'Rafters']) {
    await page.fill('form:has([name=plannedStartOn]) input[name=name]', name);
    await page.click('form:has([name=plannedStartOn]) button[type=submit]');
    await page.locator('main ol li', { hasText: name }).first().waitFor();
  }
  const percent = page.locator('main ol li', { hasText: 'Scaffold' }).locator('input[name=percent]');
  await percent.fill('101');
  await percent.press('Enter');
  await invalid(page, 'percent');
  await percent.fill('50');
  await percent.press('Enter');
  await page.locator('main ol li', { hasText: 'In progress' }).first().waitFor();
  expect(complaints).toEqual([]);
  await close();

  const iris = await openAs(browser, url, owner, null);
  await iris.page.goto(invitation);
  for (const box of await iris.page.locator('input[type=password]').all()) await box.fill('reed and hazel 12');
  await iris.page.click('main button[type=submit]');
  await iris.page.waitForURL('**/client');
  const text = await iris.page.locator('main').textContent();
  expect(text).toContain('Thatched roof');
  expect(text).toContain('25%');
  expect(text).not.toContain('Okafor');
  await iris.close();
});
