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
  await page.fill('input[name="client.name"]', 'Vale cottage');
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await page.getByRole('link', { name: 'Open Vale cottage' }).click();
  await page.waitForURL(/\/admin\/clients\/[0-9a-f-]{36}$/);
  await expect.poll(() => page.locator('h1').textContent()).toBe('Vale cottage');

  // A client's person without a client is an error on that field, and the form keeps its input.
  await page.goto('/admin/users/new');
  await page.fill('input[name=name]', 'Iris Vale');
  await page.fill('input[name=email]', 'iris@vale.example');
  await page.selectOption('select[name=userType]', 'client');
  await submit(page);
  await invalid(page, 'clientId');
  await expect.poll(() => page.inputValue('input[name=email]')).toBe('iris@vale.example');
  await page.selectOption('select[name=clientId]', (await option(page, 'clientId', 'Vale cottage')) ?? '');
  await submit(page);
  await page.getByText('The link for Iris Vale is ready').waitFor();
  await page.getByRole('link', { name: 'Give them a project' }).waitFor();
  const invitation = (await page.locator('main code').textContent()) ?? '';

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
    await page.fill('#new-phase', name);
    await page.press('#new-phase', 'Enter');
    await page.locator('main ol li', { hasText: name }).first().waitFor();
  }
  const saved = async () => {
    const { rows } = await owner.query<{ percent: number }>(
      `select f.percent from phases f join projects p on p.id = f.project_id where p.name = 'Thatched roof' and f.name = 'Scaffold'`,
    );
    return rows[0]?.percent;
  };
  const percent = page.locator('main ol li', { hasText: 'Scaffold' }).locator('input[name=percent]');
  await percent.fill('101');
  await percent.press('Enter');
  await invalid(page, 'percent');
  await percent.fill('50');
  await percent.press('Enter');
  await page.locator('main ol li', { hasText: 'In progress' }).first().waitFor();

  // A mistake is taken back from the toast: a percent, and a place in the order.
  await percent.fill('80');
  await percent.press('Enter');
  await expect.poll(saved).toBe(80);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(saved).toBe(50);
  await expect.poll(() => percent.inputValue()).toBe('50');
  const names = () =>
    page
      .locator('main ol li input[name=name]')
      .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
  await page.getByRole('button', { name: 'Move Rafters up' }).click();
  await expect.poll(names).toEqual(['Rafters', 'Scaffold']);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(names).toEqual(['Scaffold', 'Rafters']);
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
