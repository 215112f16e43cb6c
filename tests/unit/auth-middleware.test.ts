import { NextRequest } from 'next/server';
import { describe, expect, it, vi } from 'vitest';
import { sessionCookieName, signSessionCookie } from '@/lib/auth/session-cookie';
import type { UserType } from '@/lib/authz/actor';
import { config, middleware } from '@/middleware';
import { testSecret } from '@/tests/support/database/global-setup';

vi.stubEnv('ORIEL_SECRET', testSecret);
vi.stubEnv('ORIEL_APP_DATABASE_URL', 'postgresql://nobody@localhost:1/none');

type Visit = { as?: UserType; method?: string; headers?: Record<string, string> };

async function visit(address: string, { as, method = 'GET', headers = {} }: Visit = {}) {
  const sid = '01890a5d-ac96-774b-bcce-b302099a8057';
  const expiresAt = new Date(Date.now() + 60_000);
  const cookie = as ? `${sessionCookieName()}=${await signSessionCookie({ sid, userType: as, expiresAt })}` : '';
  const request = new NextRequest(`http://localhost:3000${address}`, { method, headers: { ...headers, cookie } });
  const response = await middleware(request);
  return { response, to: response.headers.get('location')?.replace('http://localhost:3000', '') ?? null };
}

describe('the middleware', () => {
  it.each(['/client', '/client/projects?status=active', '/admin/users', '/platform'])(
    'sends a stranger from %s to sign-in and back',
    async (address) => {
      expect((await visit(address)).to).toBe(`/sign-in?${new URLSearchParams({ return_to: address })}`);
    },
  );

  it.each([
    ['client', '/admin', '/client'],
    ['client', '/platform/tenants', '/client'],
    ['staff', '/client/projects', '/admin'],
    ['admin', '/platform', '/admin'],
    ['super_admin', '/admin/users', '/platform'],
  ] as const)('sends %s from %s to %s', async (as, address, area) => {
    expect((await visit(address, { as })).to).toBe(area);
  });

  it.each([
    ['client', '/client/progress'],
    ['staff', '/admin'],
    ['admin', '/admin/users'],
    ['super_admin', '/platform'],
  ] as const)('lets %s into %s', async (as, address) => {
    const { response, to } = await visit(address, { as });
    expect([to, response.headers.get('x-middleware-next')]).toEqual([null, '1']);
    expect(response.headers.get('x-middleware-request-x-oriel-address')).toBe(address);
  });

  it.each(['/sign-in', '/clientele', '/client-portal', '/showcase/harbor', '/', '/no-access'])(
    'has no gate at %s',
    async (address) => {
      expect((await visit(address)).to).toBeNull();
    },
  );

  it('is not skipped by a request that calls itself a prefetch', async () => {
    const headers = { purpose: 'prefetch', 'next-router-prefetch': '1', 'sec-purpose': 'prefetch' };
    expect((await visit('/admin', { headers })).to).toContain('/sign-in');
    expect(config.matcher.every((entry) => typeof entry === 'string')).toBe(true);
  });

  it('remembers the business whose sign-in is opened, and no other address', async () => {
    const remembered = async (address: string, how: Visit = {}) =>
      /oriel-business=([^;]*)/.exec((await visit(address, how)).response.headers.get('set-cookie') ?? '')?.[1];
    expect(await remembered('/sign-in/harbor-pine?return_to=%2Fclient')).toBe('harbor-pine');
    for (const other of [
      '/sign-in',
      '/sign-in/a/b',
      '/sign-in/%2e%2e',
      '/sign-in/Ü',
      '/showcase/harbor-pine',
      '/client',
    ])
      expect(await remembered(other)).toBeUndefined();
    const headers = { origin: 'http://localhost:3000', host: 'localhost:3000' };
    expect(await remembered('/sign-in/harbor-pine', { method: 'POST', headers })).toBeUndefined();
  });

  it('lets a form through to its action, which answers without losing what was typed', async () => {
    const headers = { origin: 'http://localhost:3000', host: 'localhost:3000' };
    const { response, to } = await visit('/client/support/new', { method: 'POST', headers });
    expect([to, response.headers.get('x-middleware-next')]).toEqual([null, '1']);
  });

  it('hands a form on under the portal’s own origin, which Next compares once more', async () => {
    const headers = { origin: 'http://localhost:3000', host: 'proxy:1', 'x-forwarded-host': 'evil.example' };
    const { response } = await visit('/sign-in', { method: 'POST', headers });
    expect(response.headers.get('x-middleware-request-origin')).toBe('http://localhost:3000');
    expect(response.headers.get('x-middleware-request-x-forwarded-host')).toBe('localhost:3000');
  });

  it.each(['null', 'x', '', 'https://evil.example'])('refuses a form from the origin %j', async (origin) => {
    const { response } = await visit('/sign-in', { method: 'POST', headers: { origin } });
    expect([response.status, response.headers.get('x-middleware-next')]).toEqual([403, null]);
  });

  it('refuses a damaged form', async () => {
    const headers = { origin: 'http://localhost:3000', 'content-type': 'multipart/form-data' };
    expect((await visit('/sign-in', { method: 'POST', headers })).response.status).toBe(422);
  });

  it.each(['PUT', 'DELETE', 'OPTIONS', 'SEARCH'])('refuses %s, which no page answers', async (method) => {
    const { response } = await visit('/sign-in', { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
  });

  it('gives every page a policy with a nonce of its own, and does not believe one that is sent', async () => {
    const headers = { 'content-security-policy': "script-src 'nonce-mine'", 'x-oriel-address': '/evil' };
    const policies = await Promise.all([visit('/sign-in', { headers }), visit('/sign-in')]);
    const [one, two] = policies.map(({ response }) => response.headers.get('content-security-policy') ?? '');
    expect(one).toMatch(/script-src 'self' 'nonce-[\w+/=]{20,}' 'strict-dynamic'/);
    expect(one).not.toBe(two);
    expect(one).not.toContain('mine');
    expect(one?.match(/script-src [^;]*/)?.[0]).not.toMatch(/unsafe|\*|data:|blob:/);
    for (const rule of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"])
      expect(one).toContain(rule);
    expect(policies[0]?.response.headers.get('x-middleware-request-x-oriel-address')).toBe('/sign-in');
  });

  it.each([
    ['/api/client/projects', false],
    ['/_next/static/chunks/a.js', false],
    ['/icon.svg', false],
    ['/apiary', true],
    ['/admin', true],
    ['/', true],
    ['/icon.svg.html', true],
    ['/_nextdoor', true],
  ])('looks at %s: %s', (address, looked) => {
    const [matcher = ''] = config.matcher;
    expect(new RegExp(`^${matcher}$`).test(address)).toBe(looked);
  });
});
