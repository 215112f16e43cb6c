import { expect, it } from 'vitest';
import { testBrowser } from '@/tests/support/browser/browser';
import { hydrated, openAs } from '@/tests/support/browser/session';
import { ownPortal } from '@/tests/support/processes/portal';

const { url, owner } = await ownPortal();
const browser = await testBrowser();

it('a client hands out a pass; its holder sees what was chosen until it is ended', async () => {
  const jane = await openAs(browser, url, owner, 'jane@okafor.example', { locale: 'en' });
  await jane.page.goto('/client/settings');
  await jane.page.getByRole('link', { name: 'Guest passes' }).click();
  await jane.page.waitForURL('**/client/settings/guests');
  const create = jane.page.getByRole('button', { name: 'Create the link' });
  await hydrated(create);
  await jane.page.getByLabel(/^For whom/).fill('Our accountant');
  await jane.page.getByRole('group', { name: 'Projects' }).getByRole('checkbox').first().check();
  for (const section of ['Documents', 'Account']) await jane.page.getByLabel(section, { exact: true }).check();
  await jane.page.getByLabel(/^Password/).fill('a long secret');
  await create.click();
  const link = (await jane.page.locator('code').textContent()) ?? '';
  expect(link).toMatch(/\/guest\/[\w-]{43}$/);

  const guest = await openAs(browser, url, owner, null, { locale: 'en' });
  await guest.page.goto(new URL(link).pathname);
  await guest.page.getByRole('heading', { name: 'Jane Okafor shows you something' }).waitFor();
  await guest.page.getByLabel('Password', { exact: true }).fill('another secret');
  await guest.page.getByRole('button', { name: 'Open', exact: true }).click();
  await guest.page.getByText('This is not the password of this link.').first().waitFor();
  await guest.page.getByLabel('Password', { exact: true }).fill('a long secret');
  await guest.page.getByRole('button', { name: 'Open', exact: true }).click();
  await guest.page.waitForURL('**/guest');
  await guest.page.getByText(/^Shared by Jane Okafor, until /).waitFor();
  await guest.page.locator('main').getByRole('link').first().click();
  await guest.page.waitForURL('**/guest/projects/*');
  const address = guest.page.url();
  await guest.page.getByRole('link', { name: 'Documents' }).waitFor();
  await expect.poll(() => guest.page.getByRole('link', { name: 'Photos' }).count()).toBe(0);
  expect((await guest.page.goto(`${address}/photos`))?.status()).toBe(404);
  expect((await guest.page.goto('/guest/invoices'))?.status()).toBe(404);
  expect((await guest.page.goto('/guest/account'))?.status()).toBe(200);
  // The pass is no sign-in.
  await guest.page.goto('/client');
  await guest.page.waitForURL('**/sign-in**');

  await jane.page.reload();
  await jane.page.getByRole('link', { name: 'What was looked at' }).first().click();
  await jane.page.getByText('Link opened').waitFor();
  await jane.page
    .getByText(/ · Chrome on /)
    .first()
    .waitFor();
  await jane.page.getByRole('button', { name: 'End', exact: true }).click();
  await jane.page.getByRole('alertdialog').getByRole('button', { name: 'End' }).click();
  await jane.page.getByText('Ended', { exact: true }).waitFor();
  expect((await guest.page.goto(address))?.status()).toBe(404);
  expect((await guest.page.goto(new URL(link).pathname))?.status()).toBe(404);
  expect(jane.complaints).toEqual([]);
  await jane.close();
  await guest.close();
});
