import type pg from 'pg';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright';
import { expect, vi } from 'vitest';
import { guestAccount, openedGuestPass } from '@/tests/support/identity/guest';
import { signIn } from '@/tests/support/identity/sign-in';

/** A page of a signed-in browser; `complaints` collects its console errors and uncaught exceptions. */
export type OpenPage = { page: Page; complaints: string[]; close: () => Promise<void> };

/**
 * Opens a separate browser context with a session cookie of the account (null: signed out), without the sign-in page. In its pages
 * `goto` and `reload` also wait for `untilHydrated`.
 */
export async function openAs(
  browser: Browser,
  url: string,
  owner: pg.Client,
  account: string | null,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({ baseURL: url, ...options });
  if (options.javaScriptEnabled !== false) context.on('page', hydratedByGoto);
  if (account !== null) {
    const { name, value } = account === guestAccount ? await openedGuestPass(owner) : await signIn(owner, account);
    await context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Lax' }]);
  }
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, complaints, close: () => context.close() };
}

/** Playwright tells of a page before `newPage` returns it, so nobody navigates it without this. */
function hydratedByGoto(page: Page): void {
  const { goto, reload } = page;
  page.goto = async (...args) => {
    const answer = await goto.apply(page, args);
    await untilHydrated(page);
    return answer;
  };
  page.reload = async (...args) => {
    const answer = await reload.apply(page, args);
    await untilHydrated(page);
    return answer;
  };
}

/**
 * Waits until React has hydrated everything in the page that can be clicked or typed into. A busy machine takes seconds for it, and a
 * press before it is a press on plain HTML: another case than the one that a test is about, unless it says `javaScriptEnabled: false`.
 */
export async function untilHydrated(page: Page): Promise<void> {
  const plain = () => page.evaluate(plainControls).catch((error: Error) => [error.message]); // a page that is being left
  await vi.waitFor(async () => expect(await plain(), 'what React has not hydrated').toEqual([]), { timeout: 60_000 });
  await page.evaluate(effectsRun).catch(() => undefined);
}

/** Runs in the page: what of it React has not hydrated, if it is a page of the portal. */
function plainControls(): string[] {
  if (!document.querySelector('script[src*="/_next/"]')) return [];
  return [...document.querySelectorAll('a[href], button, form, input:not([type=hidden]), select, textarea, summary')]
    .filter((node) => !Object.keys(node).some((key) => key.startsWith('__reactProps')))
    .map((node) => node.outerHTML.slice(0, 100));
}

/** Runs in the page. React marks elements before it runs the effects that listen to keys; both come before the browser is idle. */
async function effectsRun(): Promise<void> {
  for (let turn = 0; turn < 2; turn++) await new Promise((done) => requestIdleCallback(done, { timeout: 2_000 }));
}

/** Waits until React has hydrated the element: before that its keys and clicks do what plain HTML does. */
export async function hydrated(element: Locator): Promise<void> {
  const isTaken = (node: Element) => Object.keys(node).some((key) => key.startsWith('__reactProps'));
  await expect.poll(() => element.evaluate(isTaken)).toBe(true);
  await element.page().evaluate(effectsRun);
}
