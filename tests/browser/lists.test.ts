import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { testBrowser } from '@/tests/support/browser/browser';
import { openAs } from '@/tests/support/browser/session';
import { createTestTenant } from '@/tests/support/fixtures/tenant';
import { sharedPortal } from '@/tests/support/processes/portal';

const { url, owner } = await sharedPortal();
const browser = await testBrowser();
const manager = 'admin@harborpine.example';
const desktop = { viewport: { width: 1280, height: 900 } };

const query = (page: Page) => new URL(page.url()).search;

describe('a list of the team', () => {
  it('has rows of 44 px, forty and more of them on a page, under a title of 28 px without a lead', async () => {
    const tenant = await createTestTenant(owner);
    for (let count = 0; count < 45; count++) await tenant.addClient(`Client ${count}`);
    const { page, close } = await openAs(browser, url, owner, tenant.admin.email, desktop);
    await page.goto('/admin/clients');
    const heights = await page
      .locator('tbody tr')
      .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
    expect(heights.length).toBeGreaterThanOrEqual(40);
    for (const height of heights) expect(height).toBeCloseTo(44, -0.5);
    expect(await page.locator('h1').evaluate((title) => getComputedStyle(title).fontSize)).toBe('28px');
    await expect.poll(() => page.locator('main header p').count()).toBe(0);
    await close();
  });

  it('is filtered as soon as a choice or a text changes, and by a button without JavaScript', async () => {
    const { page, close } = await openAs(browser, url, owner, manager, desktop);
    await page.goto('/admin/documents');
    const filter = page.getByRole('search');
    await expect.poll(() => filter.getByRole('button').isVisible()).toBe(false);
    await filter.getByLabel('Type').selectOption({ label: 'Plan' });
    await expect.poll(() => query(page)).toMatch(/^\?type=[0-9a-f-]{36}$/);
    await filter.getByRole('searchbox').fill('no such document');
    await page.getByText('No matching documents').waitFor();
    await expect
      .poll(() => filter.getByRole('searchbox').evaluate((field) => field === document.activeElement))
      .toBe(true);
    await filter.getByRole('link').click();
    await expect.poll(() => query(page)).toBe('');
    await expect.poll(() => filter.getByRole('searchbox').inputValue()).toBe('');
    await expect.poll(() => filter.getByLabel('Type').inputValue()).toBe('');
    await close();

    const plain = await openAs(browser, url, owner, manager, { ...desktop, javaScriptEnabled: false });
    await plain.page.goto('/admin/documents');
    await plain.page.getByRole('searchbox').fill('no such document');
    await plain.page.getByRole('search').getByRole('button').click();
    expect(query(plain.page)).toContain('search=no+such+document');
    await plain.close();
  });

  it('of documents is a table with those to approve and to publish on top; the board is a view that fits', async () => {
    const { page, close } = await openAs(browser, url, owner, manager, desktop);
    await page.goto('/admin/documents');
    const titles = await page.locator('main h2').allInnerTexts();
    expect(titles.map((title) => title.replace(/\s*\d+$/, ''))).toEqual(['To approve', 'To publish', 'All others']);
    await expect.poll(() => page.getByRole('table').count()).toBe(3);
    await page.getByRole('link', { name: 'Board' }).click();
    await page.waitForURL('**/admin/documents?view=board');
    await page.getByRole('region', { name: /^Rejected/ }).waitFor();
    const columns = await page
      .locator('main section')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
    expect(columns).toHaveLength(5);
    expect(Math.max(...columns.map(({ right }) => right))).toBeLessThanOrEqual(1280);
    expect(new Set(columns.map(({ top }) => top)).size).toBe(1);
    await close();
  });

  it('is printed without navigation, buttons, chevrons and underlined links', async () => {
    const { page, close } = await openAs(browser, url, owner, manager, desktop);
    await page.emulateMedia({ media: 'print' });
    for (const address of ['/admin', '/admin/projects', '/admin/documents']) {
      await page.goto(address);
      const shown = await page
        .locator('nav, search, button, a, .row-arrow')
        .evaluateAll((all) =>
          all
            .filter((one) => one.checkVisibility())
            .map((one) => [one.tagName, getComputedStyle(one).textDecorationLine]),
        );
      expect(
        shown.filter(([tag, line]) => tag !== 'A' || line !== 'none'),
        address,
      ).toEqual([]);
      expect(shown.length).toBeGreaterThan(0);
    }
    await close();
  });
});

it('the first steps alone leave no empty column on the first page', async () => {
  const tenant = await createTestTenant(owner);
  const client = await tenant.addClient();
  await tenant.addPerson('client', client);
  const { page, close } = await openAs(browser, url, owner, tenant.admin.email, desktop);
  await page.goto('/admin');
  const list = page.locator('main section').first();
  const [main, box] = [await page.locator('main header').boundingBox(), await list.boundingBox()];
  expect(box?.x).toBe(main?.x);
  expect(box?.width).toBe(main?.width);
  await close();
});

it('a button that removes is quiet until asked; its dialog is red', async () => {
  const tenant = await createTestTenant(owner);
  const { page, close } = await openAs(browser, url, owner, tenant.admin.email, desktop);
  const colour = (name: string) =>
    page.evaluate(`getComputedStyle(document.documentElement).getPropertyValue('${name}')`);
  await page.goto(`/admin/users/${tenant.staff.id}`);
  const button = page.getByRole('button', { name: 'Deactivate' });
  const background = (element: Element) => getComputedStyle(element).backgroundColor;
  expect(await button.evaluate(background)).toBe('rgba(0, 0, 0, 0)');
  await button.click();
  const sure = page.getByRole('alertdialog').getByRole('button', { name: 'Deactivate' });
  expect(String(await colour('--bad'))).toContain('9c3324');
  expect(await sure.evaluate(background)).toBe('rgb(156, 51, 36)');
  await close();
});

describe('where somebody sees nothing, the reason and the button that ends it stand together', () => {
  it.each([
    ['Give access', 'update users set client_portal_enabled = false where id = $1'],
    ['Reactivate', 'update users set is_active = false where id = $1'],
    [
      'Reactivate client',
      'update clients set is_active = false where id = (select client_id from users where id = $1)',
    ],
  ])('%s', async (name, take) => {
    const tenant = await createTestTenant(owner);
    const client = await tenant.addClient();
    const person = await tenant.addPerson('client', client);
    const project = await tenant.addProject(client);
    const { page, close } = await openAs(browser, url, owner, tenant.admin.email, desktop);
    for (const address of [`/admin/users/${person.id}`, `/admin/projects/${project}`]) {
      await owner.query(take, [person.id]);
      await page.goto(address);
      await page.getByRole('main').getByRole('button', { name, exact: true }).click();
      await page.getByText(/can open the portal and sees|^Sees it$/).waitFor();
    }
    await close();
  });

  it('a client without people has the button that adds one', async () => {
    const tenant = await createTestTenant(owner);
    const client = await tenant.addClient();
    const project = await tenant.addProject(client);
    const { page, close } = await openAs(browser, url, owner, tenant.admin.email, desktop);
    await page.goto(`/admin/projects/${project}`);
    const add = page.getByRole('link', { name: 'Add a person' });
    await expect.poll(() => add.getAttribute('href')).toBe(`/admin/users/new?client_id=${client}`);
    await close();
  });
});
