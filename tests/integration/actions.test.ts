import { join } from 'node:path';
import { NextRequest } from 'next/server';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { UserType } from '@/lib/authz/actor';
import { anyUser } from '@/lib/authz/guards';
import { type DoorAction, defineAction } from '@/lib/doors/action';
import { defineWriteRoute } from '@/lib/doors/route';
import { idle } from '@/lib/forms/form-state';
import errors from '@/lib/i18n/messages/en/errors.json';
import { testDatabase } from '@/tests/support/database/database';
import { createSuperAdmin } from '@/tests/support/factories/identity';
import { createTenantFixture } from '@/tests/support/fixtures/tenant-with-clients';
import { signIn } from '@/tests/support/identity/sign-in';
import { sourceFiles } from '@/tests/support/source/files';

// The parts of Next that an action uses: the request's headers and cookies, and `refresh`.
const request = vi.hoisted(() => ({ headers: new Headers(), refreshed: 0 }));
vi.mock('next/headers', () => ({
  headers: async () => request.headers,
  cookies: async () => ({
    get: (name: string) => {
      const [, value] = new RegExp(`(?:^|; )${name}=([^;]*)`).exec(request.headers.get('cookie') ?? '') ?? [];
      return value === undefined ? undefined : { value };
    },
    set: () => undefined,
    delete: () => undefined,
  }),
}));
vi.mock('next/cache', () => ({
  refresh: () => {
    request.refreshed += 1;
  },
}));

const { owner } = await testDatabase();
const host = 'portal.example.com';
const own = { host, origin: `https://${host}`, 'sec-fetch-site': 'same-origin' };

/** Calls an action with an empty form and these request headers. */
function send(action: DoorAction<unknown>, headers: Record<string, string>) {
  request.headers = new Headers(headers);
  return action(idle, new FormData());
}

const cookies = {} as Record<UserType, string>;
beforeAll(async () => {
  const { admin, staff, person } = await createTenantFixture(owner);
  const operator = await createSuperAdmin(owner);
  const people = { client: person, staff, admin, super_admin: operator };
  for (const [userType, { email }] of Object.entries(people) as [UserType, { email: string }][])
    cookies[userType] = (await signIn(owner, email)).cookie;
});

const root = join(import.meta.dirname, '../..');
const actionFiles = sourceFiles()
  .filter(({ path, text }) => /^(app|components|lib)\//.test(path) && /^['"]use server['"]/m.test(text))
  .map(({ path }) => path);
const actions: { title: string; action: DoorAction<unknown> }[] = [];
for (const path of actionFiles)
  for (const [name, action] of Object.entries((await import(join(root, path))) as Record<string, DoorAction<unknown>>))
    if (name !== 'signOutAction') actions.push({ title: `${name} in ${path}`, action });
const guarded = actions.filter(({ action }) => action.door.guard !== null);

describe('every action on disk', () => {
  it('has a guard, or proves its caller itself', () => {
    expect(actions.length).toBeGreaterThan(35);
    const unguarded = actions.filter((action) => !guarded.includes(action)).map(({ title }) => title);
    expect(unguarded.every((title) => title.endsWith('in app/(auth)/actions.ts'))).toBe(true);
  });

  it.each(actions)('$title refuses a call that another site makes', async ({ action }) => {
    const headers = { ...own, cookie: cookies.admin, origin: 'https://evil.example' };
    const state = await send(action, headers);
    expect(state).toMatchObject({ status: 'failed', message: errors.reason.foreignOrigin });
  });

  it.each(guarded)('$title refuses a caller without a session', async ({ action }) => {
    expect(await send(action, own)).toMatchObject({ status: 'failed', message: errors.reason.signedOut });
  });

  it.each(guarded)('$title refuses the user types that its guard does not admit', async ({ action }) => {
    const admits = action.door.guard?.admits ?? [];
    for (const userType of Object.keys(cookies) as UserType[])
      if (!admits.includes(userType)) {
        const state = await send(action, { ...own, cookie: cookies[userType] });
        expect(state).toMatchObject({ status: 'failed', message: errors.reason.wrongUserType });
      }
  });
});

describe('an action answers only what it names', () => {
  const input = z.strictObject({});
  const run = async () => ({ name: 'Plan', costMinor: 4200, lines: [{ id: '1', note: 'internal' }] });

  it('nothing of the result where it names no answer', async () => {
    const state = await send(defineAction({ guard: anyUser, input, run }), { ...own, cookie: cookies.admin });
    expect(state).toEqual({ status: 'done' });
  });

  it('the named fields where it does, at any depth', async () => {
    const answer = z.object({ name: z.string(), lines: z.array(z.object({ id: z.string() })) });
    const state = await send(defineAction({ guard: anyUser, input, run, answer }), { ...own, cookie: cookies.admin });
    expect(state).toEqual({ status: 'done', data: { name: 'Plan', lines: [{ id: '1' }] } });
  });
});

describe('actions and routes have one table of origins', () => {
  const door = { guard: anyUser, input: z.strictObject({}), run: async () => undefined };
  const action = defineAction(door);
  const route = defineWriteRoute({ ...door, summary: 'Does nothing.', output: z.void(), status: 204 });

  it.each([
    ['a page of the portal', own, true],
    ['a browser that sends no Sec-Fetch-Site', { host, origin: `https://${host}` }, true],
    ['an address that a person typed', { host, 'sec-fetch-site': 'none' }, true],
    ['no origin at all', { host }, false],
    ['another site', { ...own, 'sec-fetch-site': 'cross-site' }, false],
    ['another site, without an origin', { host, 'sec-fetch-site': 'cross-site' }, false],
    ['a neighbour below the same domain', { ...own, 'sec-fetch-site': 'same-site' }, false],
    ['another origin', { ...own, origin: 'https://evil.example' }, false],
    ['another port', { ...own, origin: `https://${host}:8443` }, false],
    ['an origin that is hidden', { ...own, origin: 'null' }, false],
    ['an origin that is no address', { ...own, origin: 'portal' }, false],
  ])('%s', async (_, sent, isOwn) => {
    const headers = { ...sent, cookie: cookies.admin };
    expect((await send(action, headers)).status).toBe(isOwn ? 'done' : 'failed');
    const answer = await route(new NextRequest(`https://${host}/api/test`, { method: 'POST', headers }), {});
    expect(answer.status).toBe(isOwn ? 204 : 403);
  });
});
