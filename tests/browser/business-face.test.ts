import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { demoPassword } from '@/prisma/seed/index';
import { violations } from '@/tests/support/browser/accessibility';
import { testBrowser } from '@/tests/support/browser/browser';
import { openAs } from '@/tests/support/browser/session';
import { createTenant } from '@/tests/support/factories/identity';
import { sharedPortal } from '@/tests/support/processes/portal';

const { url, owner } = await sharedPortal();
const browser = await testBrowser();
const name = 'Harbor & Pine Builders';

/** What a visitor sees of a page: its title, its texts and its colour. */
const shownOn = (page: Page) =>
  page.evaluate(() => ({
    title: document.title,
    text: document.querySelector('main')?.parentElement?.textContent,
    accent: getComputedStyle(document.documentElement).getPropertyValue('--accent'),
    status: performance
      .getEntriesByType('navigation')
      .map((entry) => (entry as PerformanceNavigationTiming).responseStatus),
  }));

it.each([
  ['with scripts', {}],
  ['without scripts', { javaScriptEnabled: false }],
])(
  'the sign-in of a business carries its face, and the browser keeps it until told otherwise: %s',
  async (_, options) => {
    const { page, complaints, close } = await openAs(browser, url, owner, null, { locale: 'en', ...options });
    await page.goto('/sign-in/harbor-pine');
    await expect.poll(() => page.title()).toBe(`Sign in · ${name}`);
    await expect.poll(() => page.locator('header').textContent()).toContain(name);
    await expect.poll(() => page.locator('footer').textContent()).toBe('Oriel');
    if (!('javaScriptEnabled' in options)) expect(await violations(page)).toEqual([]);
    for (const [address, title] of [
      ['/sign-in', 'Sign in'],
      ['/forgot-password', 'Forgot your password?'],
      ['/reset-password/unknown', 'Choose a new password'],
    ] as const) {
      await page.goto(address);
      await expect.poll(() => page.title()).toBe(`${title} · ${name}`);
    }
    await page.goto('/client/documents');
    await page.getByRole('button', { name: 'Not this business?' }).click();
    // The address stays the same, so what tells that the browser has forgotten is that the button is gone.
    await page.getByRole('button', { name: 'Not this business?' }).waitFor({ state: 'detached' });
    await page.waitForURL('**/sign-in?return_to=%2Fclient%2Fdocuments');
    await page.reload();
    await expect.poll(() => page.title()).toBe('Sign in · Oriel');
    await expect.poll(() => page.getByRole('button', { name: 'Not this business?' }).count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  },
);

it('a sign-in is remembered after the sign-out', async () => {
  const { page, close } = await openAs(browser, url, owner, null, { locale: 'en' });
  await page.goto('/sign-in');
  await page.fill('input[name=email]', 'jane@okafor.example');
  await page.fill('input[name=password]', demoPassword);
  await page.click('main button[type=submit]');
  await page.waitForURL('**/client');
  for (const path of ['/client', '/client/documents']) {
    await page.goto(path);
    await expect.poll(() => page.title()).toMatch(new RegExp(` · ${name}$`));
  }
  await page.goto('/sign-out');
  await expect.poll(() => page.title()).toBe(`Sign out? · ${name}`);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('**/sign-in');
  await expect.poll(() => page.title()).toBe(`Sign in · ${name}`);
  await close();
});

it('an unknown and a suspended business look like none', async () => {
  const { id } = await createTenant(owner, { name: 'Quiet Works' });
  const suspend = `update tenants set status = 'suspended', suspended_at = now() where id = $1 returning slug`;
  const slug = (await owner.query<{ slug: string }>(suspend, [id])).rows[0]?.slug;
  const shown = [];
  for (const address of ['/sign-in', '/sign-in/no-such-business', `/sign-in/${slug}`]) {
    const { page, close } = await openAs(browser, url, owner, null, { locale: 'en' });
    await page.goto(address);
    shown.push(await shownOn(page));
    await close();
  }
  expect(shown[0]?.title).toBe('Sign in · Oriel');
  expect(shown[1]).toEqual(shown[0]);
  expect(shown[2]).toEqual(shown[0]);
});
