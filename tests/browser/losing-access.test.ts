import { afterEach, describe, expect, it } from 'vitest';
import { testBrowser } from '@/tests/support/browser/browser';
import { openAs } from '@/tests/support/browser/session';
import { signIn, tokenFor } from '@/tests/support/identity/sign-in';
import { ownPortal } from '@/tests/support/processes/portal';

const { url, owner } = await ownPortal();
const browser = await testBrowser();

const jane = 'jane@okafor.example';

const noPortal = { status: 403, page: '/no-access' };
const open = { status: 200, page: '/client' };
const signedOut = { status: 401, page: '/sign-in' };

/** Each condition of a client user's access: the SQL that breaks and restores it, and the portal's response without it. */
const conditions = [
  {
    name: 'the person is deactivated',
    take: `update users set is_active = false where email = '${jane}'`,
    restore: `update users set is_active = true where email = '${jane}'`,
    refusal: signedOut, // an inactive account is not signed in
    afterwards: signedOut, // what was open before stays ended: the cookie may have been copied
  },
  {
    name: 'the portal is switched off',
    take: `update users set client_portal_enabled = false where email = '${jane}'`,
    restore: `update users set client_portal_enabled = true where email = '${jane}'`,
    refusal: noPortal,
    afterwards: open,
  },
  {
    name: 'the client is deactivated',
    take: "update clients set is_active = false where name = 'Okafor residence'",
    restore: "update clients set is_active = true where name = 'Okafor residence'",
    refusal: noPortal,
    afterwards: open,
  },
  {
    name: 'the tenant is suspended',
    take: "update tenants set status = 'suspended', suspended_at = now() where slug = 'harbor-pine'",
    restore: "update tenants set status = 'active', suspended_at = null where slug = 'harbor-pine'",
    refusal: noPortal,
    afterwards: open,
  },
];

afterEach(async () => {
  for (const { restore } of conditions) await owner.query(restore);
});

/** The API status for the session cookie and for the token, and the final path of the page. */
async function access(cookie: string, token: string, page: Awaited<ReturnType<typeof openAs>>['page']) {
  const api = (headers: HeadersInit) => fetch(`${url}/api/client/projects`, { headers }).then(({ status }) => status);
  await page.goto('/client');
  return {
    cookie: await api({ cookie }),
    token: await api({ authorization: `Bearer ${token}` }),
    page: new URL(page.url()).pathname,
  };
}

const all = ({ status, page }: typeof open) => ({ cookie: status, token: status, page });

describe('access ends on the very next request, and returns with the condition unless the account itself had ended', () => {
  it.each(conditions)('$name', async ({ take, restore, refusal, afterwards }) => {
    const { page, close } = await openAs(browser, url, owner, jane);
    const { cookie } = await signIn(owner, jane);
    const token = await tokenFor(owner, jane);
    expect(await access(cookie, token, page)).toEqual(all(open));

    await owner.query(take);
    expect(await access(cookie, token, page)).toEqual(all(refusal));

    await owner.query(restore);
    expect(await access(cookie, token, page)).toEqual(all(afterwards));
    await close();
  });

  it('signing out ends a copied session cookie too', async () => {
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
  it('cannot submit the form that creates tokens', async () => {
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
    await page.getByText('Advanced').click();
    await page.setExtraHTTPHeaders({ authorization: `Bearer ${token}` });
    await create();
    await page.getByText('You were signed out in the meantime.').first().waitFor();
    expect(await tokens()).toBe(before);
    await page.setExtraHTTPHeaders({});
    await create();
    await page.getByText('Copy this now.').waitFor();
    expect(await tokens()).toBe(before + 1);
    await close();
  });
});
