import type pg from 'pg';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { signIn } from '@/tests/support/identity/sign-in';

/** A page of a signed-in browser; `complaints` collects what its console and its scripts report as errors. */
export type OpenPage = { page: Page; complaints: string[]; close: () => Promise<void> };

/** Opens a browser window of its own, signed in as the account (null: nobody), without clicking through the sign-in page. */
export async function openAs(
  browser: Browser,
  url: string,
  owner: pg.Client,
  account: string | null,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({ baseURL: url, ...options });
  if (account !== null) {
    const { name, value } = await signIn(owner, account);
    await context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Lax' }]);
  }
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, complaints, close: () => context.close() };
}
