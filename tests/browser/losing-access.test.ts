import { afterEach, describe, expect, it } from 'vitest';
import { testBrowser } from '@/tests/support/browser/browser';
import { openAs } from '@/tests/support/browser/session';
import { signIn, tokenFor } from '@/tests/support/identity/sign-in';
import { testPortal } from '@/tests/support/processes/server';

const { url, owner } = await testPortal();
const browser = await testBrowser();

const jane = 'jane@okafor.example';

/** Each thing that must hold for a client user, as it is taken away and given back. */
const conditions = {
  'the person is deactivated': [
    `update users set is_active = false where email = '${jane}'`,
    `update users set is_active = true where email = '${jane}'`,
  ],
  'the portal is switched off': [
    `update users set client_portal_enabled = false where email = '${jane}'`,
    `update users set client_portal_enabled = true where email = '${jane}'`,
  ],
  'the client is deactivated': [
    "update clients set is_active = false where name = 'Okafor residence'",
    "update clients set is_active = true where name = 'Okafor residence'",
  ],
  'the business is suspended': [
    "update tenants set status = 'suspended', suspended_at = now() where slug = 'harbor-pine'",
    "update tenants set status = 'active', suspended_at = null where slug = 'harbor-pine'",
  ],
} as const;

afterEach(async () => {
  for (const [, restore] of Object.values(conditions)) await owner.query(restore);
});

/** What the API says to the session's cookie and to the token, and where the page leads. */
async function access(cookie: string, token: string, page: Awaited<ReturnType<typeof openAs>>['page']) {
  const api = (headers: HeadersInit) => fetch(`${url}/api/client/projects`, { headers }).then(({ status }) => status);
  await page.goto('/client');
  return {
    cookie: await api({ cookie }),
    token: await api({ authorization: `Bearer ${token}` }),
    page: new URL(page.url()).pathname,
  };
}

describe('access ends on the very next request, and comes back', () => {
  it.each(Object.entries(conditions))('%s', async (_, [take, restore]) => {
    const { page, close } = await openAs(browser, url, owner, jane);
    const { cookie } = await signIn(owner, jane);
    const token = await tokenFor(owner, jane);
    expect(await access(cookie, token, page)).toEqual({ cookie: 200, token: 200, page: '/client' });

    await owner.query(take);
    const after = await access(cookie, token, page);
    expect([401, 403]).toContain(after.cookie);
    expect(after.token).toBe(after.cookie);
    expect(['/sign-in', '/no-access']).toContain(after.page);

    await owner.query(restore);
    expect(await access(cookie, token, page)).toEqual({ cookie: 200, token: 200, page: '/client' });
    await close();
  });

  it('signing out kills a copied cookie', async () => {
    const { page, close } = await openAs(browser, url, owner, jane);
    await page.goto('/client');
    const [copied] = (await page.context().cookies()).filter(({ httpOnly }) => httpOnly);
    const cookie = `${copied?.name}=${copied?.value}`;
    const me = () => fetch(`${url}/api/me`, { headers: { cookie } }).then(({ status }) => status);
    expect(await me()).toBe(200);
    await page.goto('/sign-out');
    await page.click('main button[type=submit]');
    await page.waitForURL((address) => address.pathname !== '/sign-out');
    expect(await me()).toBe(401);
    await close();
  });
});

describe('a token', () => {
  it('sends no forms, and so makes itself no other token', async () => {
    const tokens = async () =>
      (
        await owner.query(
          'select count(*)::int from api_tokens t join users u on u.id = t.user_id where u.email = $1',
          [jane],
        )
      ).rows[0].count;
    const token = await tokenFor(owner, jane);
    const before = await tokens();
    const { page, close } = await openAs(browser, url, owner, jane);
    const create = async () => {
      await page.getByLabel('What is it for?').fill('Another one');
      await page.getByRole('button', { name: 'Create token' }).click();
    };
    await page.goto('/client/settings');
    await page.setExtraHTTPHeaders({ authorization: `Bearer ${token}` });
    await create();
    await page.getByText('You were signed out meanwhile.').first().waitFor();
    expect(await tokens()).toBe(before);
    await page.setExtraHTTPHeaders({});
    await create();
    await page.getByText('Copy the token now.').waitFor();
    expect(await tokens()).toBe(before + 1);
    await close();
  });
});
