import type { Locator, Page } from 'playwright';
import { expect, it } from 'vitest';
import { testBrowser } from '@/tests/support/browser/browser';
import { openAs } from '@/tests/support/browser/session';
import { createAdmin, createTenant } from '@/tests/support/factories/identity';
import { mark } from '@/tests/support/factories/rows';
import { sharedPortal } from '@/tests/support/processes/portal';

const { url, owner } = await sharedPortal();
const browser = await testBrowser();

const field = (page: Page, name: string) => page.locator(`main [name="${name}"]`);
const create = (page: Page) => page.getByRole('button', { name: 'Create', exact: true });

/** An admin of a business that has nothing yet. */
async function newBusiness() {
  const tenant = await createTenant(owner, { name: 'Rowan Builders' });
  return (await createAdmin(owner, tenant)).email;
}

/** Counts the clicks of a person who clicks into every field that they fill. */
function counting() {
  let clicks = 0;
  const click = async (target: Locator) => {
    clicks += 1;
    await target.click();
  };
  return {
    click,
    type: async (target: Locator, text: string) => {
      await click(target);
      await target.fill(text);
    },
    choose: async (target: Locator, value: string) => {
      clicks += 1;
      await target.selectOption(value);
    },
    clicks: () => clicks,
  };
}

it('a client, a person and a project with six phases take eight clicks on one page, from the first page of a new business', async () => {
  const { page, complaints, close } = await openAs(browser, url, owner, await newBusiness(), {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.goto('/admin');
  const { click, type, choose, clicks } = counting();
  await click(page.getByRole('link', { name: 'Add a client' }));
  await type(field(page, 'client.name'), 'Moss family');
  await type(field(page, 'people.0.name'), 'Nia Moss');
  await type(field(page, 'people.0.email'), `nia-${mark()}@moss.example`);
  await type(field(page, 'project.name'), 'Brand of the bakery');
  await choose(field(page, 'project.template'), 'built-in:brand');
  const preview = page.locator('section', { hasText: 'What Nia Moss will see' });
  await expect.poll(() => preview.locator('li').count()).toBe(6);
  const promised = await preview.locator('li').allTextContents();
  await click(create(page));
  await click(page.getByRole('button', { name: 'Copy the message' }));
  expect(clicks()).toBeLessThanOrEqual(8);

  const message = await page.evaluate(() => navigator.clipboard.readText());
  for (const part of ['Nia Moss', 'Brand of the bakery', 'Rowan Builders', '/invitation/'])
    expect(message).toContain(part);
  expect(new URL(page.url()).pathname).toBe('/admin/clients/new');
  const seen = page.locator('section', { hasText: 'What Moss family sees now' });
  await expect.poll(() => seen.locator('li').allTextContents()).toEqual(promised);
  await page.goto('/admin');
  await page.getByText('Your first client (done)').waitFor();
  expect(complaints).toEqual([]);
  await close();

  const invitation = /https?:\S+\/invitation\/\S+/.exec(message)?.[0] ?? '';
  const nia = await openAs(browser, url, owner, null);
  await nia.page.goto(invitation);
  for (const box of await nia.page.locator('input[type=password]').all()) await box.fill('reed and hazel 12');
  await nia.page.click('main button[type=submit]');
  await nia.page.waitForURL('**/client');
  await nia.page.getByText('Brand of the bakery').first().waitFor();
  await nia.close();
});

it('without JavaScript the form works, keeps what was typed after a refusal, and shows a message for each person', async () => {
  const email = await newBusiness();
  const { page, close } = await openAs(browser, url, owner, email, { javaScriptEnabled: false });
  await page.goto('/admin/clients/new');
  await field(page, 'client.name').fill('Moss family');
  await field(page, 'people.0.name').fill('Nia Moss');
  await field(page, 'people.0.email').fill(email);
  await page.getByText('Another person').first().click();
  await field(page, 'people.1.name').fill('Tom Moss');
  await field(page, 'people.1.email').fill(`tom-${mark()}@moss.example`);
  await field(page, 'project.name').fill('Loft');
  await field(page, 'project.template').selectOption('built-in:loft');
  await create(page).click();
  await page.locator('[name="people.0.email"][aria-invalid=true]').waitFor();
  await expect.poll(() => page.locator('[aria-invalid=true]').count()).toBe(1);
  await expect.poll(() => field(page, 'people.1.name').isVisible()).toBe(true);
  await expect.poll(() => field(page, 'project.template').inputValue()).toBe('built-in:loft');
  await field(page, 'people.0.email').fill(`nia-${mark()}@moss.example`);
  await create(page).click();
  for (const name of ['Nia Moss', 'Tom Moss']) await page.getByText(`The link for ${name} is ready`).waitFor();
  await expect.poll(() => page.locator('main code').count()).toBe(2);
  await close();
});

it('the form for a new business begins with the time zone of the browser', async () => {
  const { page, close } = await openAs(browser, url, owner, 'super@oriel.example', { timezoneId: 'Asia/Calcutta' });
  await page.goto('/platform/tenants/new');
  await expect.poll(() => field(page, 'timeZone').inputValue()).toBe('Asia/Kolkata');
  await close();
});
