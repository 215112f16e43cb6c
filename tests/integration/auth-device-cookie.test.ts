import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { changePasswordAction, signInAction, signOutAction } from '@/app/(auth)/actions';
import { deviceCookieName } from '@/lib/auth/known-device';
import { authOptions } from '@/lib/auth/options';
import { sessionCookieName } from '@/lib/auth/session-cookie';
import type { AppError } from '@/lib/errors';
import { idle } from '@/lib/forms/form-state';
import { testDatabase } from '@/tests/support/database/database';
import { createAccount, freshOrigin, rightPassword as password } from '@/tests/support/identity/account';

// A browser with a cookie jar: the parts of Next that a sign-in uses.
type Cookie = { value: string; httpOnly?: boolean; maxAge?: number };
const browser = vi.hoisted(() => ({ jar: new Map<string, Cookie>() }));
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ host: 'portal.example.com', 'sec-fetch-site': 'same-origin' }),
  cookies: async () => ({
    get: (name: string) => browser.jar.get(name),
    set: (name: string, value: string, options: Omit<Cookie, 'value'>) => browser.jar.set(name, { value, ...options }),
  }),
}));
vi.mock('next/cache', () => ({ refresh: () => undefined }));

const { owner } = await testDatabase();
let email = '';
beforeEach(async () => {
  browser.jar.clear();
  email = (await createAccount(owner)).email;
});

type Action = typeof signInAction | typeof changePasswordAction;

/** Sends a form; true where it led to another page or was done. */
async function sent(action: Action, fields: Record<string, string>): Promise<boolean> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  try {
    return (await action(idle, form)).status === 'done';
  } catch (error) {
    if (error instanceof Error && error.message === 'NEXT_REDIRECT') return true;
    throw error;
  }
}

/** Uses up the account for strangers. */
async function useUp(): Promise<void> {
  const account = createHash('sha256').update(email).digest('hex');
  await owner.query(
    `insert into throttle_counters (key, points, expire) values ($1, 1000, $2)
     on conflict (key) do update set points = 1000, expire = excluded.expire`,
    [`account:${account}`, Date.now() + 60_000],
  );
}

const throughNextAuth = async (): Promise<[unknown, AppError[]]> => {
  const refusals: AppError[] = [];
  const calling = { requestId: 'test', door: 'POST /api/auth/callback/credentials', actorId: null };
  const { providers } = authOptions(freshOrigin(), calling, (refusal) => refusals.push(refusal));
  // next-auth types a provider's options as any object; the one provider is the portal's own.
  const { options } = providers[0] as { options?: { authorize: (typed: object) => Promise<unknown> } };
  return [await options?.authorize({ email, password }), refusals];
};

const ways = {
  'the page': () => sent(signInAction, { email, password }),
  'next-auth': async () => (await throughNextAuth())[0] !== null,
};

describe.each(Object.entries(ways))('a sign-in through %s', (_, signIn) => {
  it('marks the browser by a cookie that no script reads and that lasts, and the next one shows it', async () => {
    expect(await signIn()).toBe(true);
    expect(browser.jar.get(deviceCookieName())).toMatchObject({ httpOnly: true, maxAge: 365 * 24 * 3600, path: '/' });
    await useUp();
    expect(await signIn()).toBe(true);
    browser.jar.delete(deviceCookieName());
    expect(await signIn()).toBe(false);
  });
});

it('a sign-out ends the session and keeps the browser known', async () => {
  await ways['the page']();
  await signOutAction().catch(() => undefined);
  expect(browser.jar.get(sessionCookieName())?.value).toBe('');
  await useUp();
  expect(await ways['the page']()).toBe(true);
});

it('a change of the password keeps the browser known in which it was changed, and ends the cookie from before', async () => {
  await ways['the page']();
  const before = browser.jar.get(deviceCookieName());
  const newPassword = 'lantern over water';
  expect(await sent(changePasswordAction, { currentPassword: password, newPassword })).toBe(true);
  await useUp();
  expect(await sent(signInAction, { email, password: newPassword })).toBe(true);
  if (before) browser.jar.set(deviceCookieName(), before);
  expect(await sent(signInAction, { email, password: newPassword })).toBe(false);
});
