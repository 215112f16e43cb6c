import type pg from 'pg';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright';
import { expect } from 'vitest';
import { guestAccount, openedGuestPass } from '@/tests/support/identity/guest';
import { signIn } from '@/tests/support/identity/sign-in';

/** A page of a signed-in browser; `complaints` collects its console errors and uncaught exceptions. */
export type OpenPage = { page: Page; complaints: string[]; close: () => Promise<void> };

/** Opens a separate browser context with a session cookie of the account (null: signed out), without the sign-in page. */
export async function openAs(
  browser: Browser,
  url: string,
  owner: pg.Client,
  account: string | null,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({ baseURL: url, ...options });
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

/** Waits until React has hydrated the element: before that its keys and clicks do what plain HTML does. */
export async function hydrated(element: Locator): Promise<void> {
  const isTaken = (node: Element) => Object.keys(node).some((key) => key.startsWith('__reactProps'));
  await expect.poll(() => element.evaluate(isTaken)).toBe(true);
}
