import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { violations } from '@/tests/support/browser/accessibility';
import { testBrowser } from '@/tests/support/browser/browser';
import { hydrated, openAs } from '@/tests/support/browser/session';
import { ownPortal } from '@/tests/support/processes/portal';

const { url, owner } = await ownPortal();
const browser = await testBrowser();
const screens = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 800 } };

const field = (page: Page) => page.getByRole('combobox', { name: 'What are you looking for?' });
const option = (page: Page, name: RegExp) => page.getByRole('option', { name });
const open = async (account: string, viewport = screens.desktop) => {
  const opened = await openAs(browser, url, owner, account, { locale: 'en', viewport });
  await opened.page.goto(account.startsWith('jane') ? '/client' : '/admin');
  await hydrated(opened.page.locator('.frame-search'));
  return opened;
};

describe.each(Object.entries(screens))('the box on a %s', (_, viewport) => {
  it('opens by its link and by keys, and is walked through by keys', async () => {
    const { page, complaints, close } = await open('jane@okafor.example', viewport);
    await page.locator('.frame-search').click();
    await field(page).fill('kitchen');
    await option(page, /All results/).waitFor();
    await expect.poll(() => page.getByRole('option').count()).toBeGreaterThan(1);
    expect(await violations(page)).toEqual([]);
    // Down to the first result, up to the field again, up to the last.
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.getByRole('option').first().getAttribute('aria-selected')).toBe('true');
    expect(await field(page).getAttribute('aria-activedescendant')).toBe(
      await page.getByRole('option').first().getAttribute('id'),
    );
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => field(page).getAttribute('aria-activedescendant')).toBeNull();
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => option(page, /All results/).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.keyboard.press('/');
    await field(page).waitFor();
    await expect.poll(() => field(page).inputValue()).toBe('');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await field(page).fill('kitchen');
    await expect.poll(() => page.getByRole('option').count()).toBeGreaterThan(1);
    await page.keyboard.press('ArrowDown');
    const address = await page.getByRole('option').first().getAttribute('href');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${address}`);
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    // The search is kept in this browser, and offered before anything is typed.
    await page.keyboard.press('Control+k');
    await option(page, /^kitchen$/).waitFor();
    await page.getByRole('button', { name: 'Forget them' }).click();
    await expect.poll(() => page.getByRole('option').count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it('Enter without a choice leads to all results', async () => {
    const { page, close } = await open('jane@okafor.example', viewport);
    await page.keyboard.press('/');
    await field(page).pressSequentially('kitchen');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/client/search?q=kitchen');
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    await expect.poll(() => page.locator('main mark').count()).toBeGreaterThan(0);
    await close();
  });
});

it('opens again by a key that comes before the browser has told that it was closed', async () => {
  const { page, close } = await open('jane@okafor.example');
  await page.keyboard.press('/');
  await field(page).fill('kitchen');
  await page.evaluate(() => {
    document.querySelector<HTMLDialogElement>('dialog[open]')?.close(); // the event of this comes in a later task
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, cancelable: true }));
  });
  await expect.poll(() => field(page).inputValue()).toBe('');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await close();
});

it('is not opened by / where somebody types, and asks once while somebody types fast', async () => {
  const { page, close } = await open('jane@okafor.example');
  await page.goto('/client/documents');
  await page.getByRole('searchbox').fill('a');
  await page.keyboard.press('/');
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  const asked: string[] = [];
  page.on('request', (request) => request.url().includes('/api/client/search') && asked.push(request.url()));
  await page.keyboard.press('Control+k');
  await field(page).pressSequentially('okafor', { delay: 10 });
  await option(page, /All results/).waitFor();
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  expect(asked.length).toBeLessThanOrEqual(2);
  expect(new URL(asked.at(-1) ?? '').searchParams.get('q')).toBe('okafor');
  await close();
});

it('offers an admin what may be done for a client, also where the question begins with it', async () => {
  const { page, close } = await open('admin@harborpine.example');
  await page.keyboard.press('/');
  await field(page).fill('new inv okafor');
  await option(page, /^New invoice for Okafor residence/).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/admin/invoices/new?client=*');
  await close();
  const staff = await open('staff@harborpine.example');
  await staff.page.keyboard.press('/');
  await field(staff.page).fill('okafor');
  await option(staff.page, /^New project for Okafor residence/).waitFor();
  await expect.poll(() => option(staff.page, /invoice for|payment from/).count()).toBe(0);
  await staff.close();
});

it('works without a script: the link leads to the page, whose form finds', async () => {
  const { page, close } = await openAs(browser, url, owner, 'jane@okafor.example', {
    locale: 'en',
    javaScriptEnabled: false,
  });
  await page.goto('/client');
  await page.locator('.frame-search').click();
  await page.getByRole('searchbox').fill('kitchen');
  await page.getByRole('searchbox').press('Enter');
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  expect(page.url()).toContain('/client/search?q=kitchen');
  await close();
});

it('loads the box with its first opening only', async () => {
  const { page, close } = await openAs(browser, url, owner, 'jane@okafor.example', { locale: 'en' });
  const scripts: string[] = [];
  page.on('response', (answer) => answer.request().resourceType() === 'script' && scripts.push(answer.url()));
  await page.goto('/client');
  await hydrated(page.locator('.frame-search'));
  await page.waitForLoadState('networkidle');
  const before = scripts.length;
  await page.keyboard.press('/');
  await field(page).waitFor();
  expect(scripts.length).toBeGreaterThan(before);
  await close();
});
