import { NextRequest } from 'next/server';
import { expect, it, vi } from 'vitest';
import { GET, POST } from '@/app/api/auth/[...nextauth]/route';
import { testSecret } from '@/tests/support/database/global-setup';

vi.stubEnv('ORIEL_SECRET', testSecret);
vi.stubEnv('ORIEL_APP_DATABASE_URL', 'postgresql://nobody@localhost:1/none');

/** The status of a request to one of next-auth's endpoints that writes nothing to the log. */
async function quietStatus(path: string, init: { body?: string; cookie?: string } = {}): Promise<number> {
  const logged = [vi.spyOn(console, 'error'), vi.spyOn(process.stderr, 'write')];
  const { body, cookie = '' } = init;
  const post = body === undefined ? {} : { method: 'POST', body };
  const headers = { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
  const request = new NextRequest(`http://localhost:3000/api/auth/${path}`, { ...post, headers });
  const nextauth = request.nextUrl.pathname.split('/').slice(3);
  const answer = await (body === undefined ? GET : POST)(request, { params: Promise.resolve({ nextauth }) });
  for (const spy of logged) expect(spy).not.toHaveBeenCalled();
  return answer.status;
}

it.each(['callback/credentials', 'callback/other', '_log', 'signin/github'])(
  'GET /api/auth/%s is not there, and writes nothing to the log',
  async (path) => {
    expect(await quietStatus(path)).toBe(404);
  },
);

it.each([
  'error?error=%EF%BF%BD',
  'session?callbackUrl=x',
  'csrf?callbackUrl=http://',
  'providers?callbackUrl=javascript:alert(1)',
  'signin?callbackUrl=/client&callbackUrl=x',
])('GET /api/auth/%s is refused, and writes nothing to the log', async (path) => {
  expect(await quietStatus(path)).toBe(422);
});

it('a broken cookie of next-auth and a body that is no JSON are refused, and write nothing to the log', async () => {
  expect(await quietStatus('session', { cookie: 'next-auth.callback-url=x' })).toBe(422);
  expect(await quietStatus('signout', { body: '{' })).toBe(422);
});
