import { describe, expect, it } from 'vitest';
import { sessionCookieName } from '@/lib/auth/session-cookie';
import { createClientUser } from '@/tests/support/factories/identity';
import { signIn } from '@/tests/support/identity/sign-in';
import { sharedPortal } from '@/tests/support/processes/portal';

const { url, owner } = await sharedPortal();
const jane = { email: 'jane@okafor.example', password: 'oriel-demo-2026' };

/** An HTTP client with a cookie jar, like a program written against next-auth. */
function jar() {
  const kept = new Map<string, string>();
  const cookie = () => [...kept].map(([name, value]) => `${name}=${value}`).join('; ');
  const send = async (path: string, form?: Record<string, string>, headers: Record<string, string> = {}) => {
    const body = form && { method: 'POST', body: new URLSearchParams({ ...form, json: 'true' }) };
    const answer = await fetch(`${url}${path}`, {
      redirect: 'manual',
      headers: { ...headers, cookie: cookie() },
      ...body,
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      kept.set(name, value);
    }
    return answer;
  };
  const csrfToken = async () => (await (await send('/api/auth/csrf')).json()).csrfToken as string;
  return { kept, send, csrfToken };
}

describe('next-auth’s endpoints', () => {
  it('sign in and out on our sessions: a cookie copied before is worth nothing after', async () => {
    const { kept, send, csrfToken } = jar();
    const token = await csrfToken();
    const answer = await send('/api/auth/callback/credentials', {
      ...jane,
      csrfToken: token,
      callbackUrl: '/client/progress',
    });
    expect([answer.status, await answer.json()]).toEqual([200, { url: `${url}/client/progress` }]);
    const copied = kept.get(sessionCookieName()) ?? '';
    const session = () => fetch(`${url}/api/auth/session`, { headers: { cookie: `${sessionCookieName()}=${copied}` } });
    expect((await (await session()).json()).user.email).toBe(jane.email);

    await send('/api/auth/signout', { csrfToken: token });
    expect(await (await session()).json()).toEqual({});
    const me = await fetch(`${url}/api/me`, { headers: { cookie: `${sessionCookieName()}=${copied}` } });
    expect(me.status).toBe(401);
  });

  it('give no session without the csrf token', async () => {
    const { kept, send } = jar();
    await send('/api/auth/callback/credentials', jane);
    expect(kept.has(sessionCookieName())).toBe(false);
  });

  it.each(['https://evil.example/client', '//evil.example', '/\\evil.example'])(
    'do not lead to %s',
    async (callbackUrl) => {
      const { send, csrfToken } = jar();
      const answer = await send('/api/auth/callback/credentials', {
        ...jane,
        csrfToken: await csrfToken(),
        callbackUrl,
      });
      expect(new URL((await answer.json()).url).origin).toBe(url);
      const signin = await send(`/api/auth/signin?${new URLSearchParams({ callbackUrl })}`);
      expect(signin.headers.get('location')).not.toContain('evil');
    },
  );

  it('answer 429 past the throttle, whatever address the visitor claims', async () => {
    const { send, csrfToken } = jar();
    const form = { email: 'ghost@okafor.example', password: 'a guess at it', csrfToken: await csrfToken() };
    const statuses: number[] = [];
    for (let count = 0; count < 11; count += 1) {
      const claimed = { 'x-forwarded-for': `198.51.100.${count}` };
      statuses.push((await send('/api/auth/callback/credentials', form, claimed)).status);
    }
    expect(statuses).toEqual([...Array(10).fill(401), 429]);
    const { rows } = await owner.query(`select distinct ip from audit_entries where detail->>'email' = $1`, [
      form.email,
    ]);
    expect(rows.map(({ ip }) => ip)).not.toContain('198.51.100.1');
  });

  it.each(['/api/auth/_log', '/api/auth/callback/google', '/api/auth/signin/google', '/api/auth/tokens'])(
    'do not exist at %s',
    async (path) => {
      expect((await jar().send(path, {})).status).toBe(404);
    },
  );
});

describe('the sign-in page', () => {
  it.each([
    ['/client/projects', '/client/projects'],
    ['/admin', '/client'],
    ['https://evil.example', '/client'],
    ['//evil.example', '/client'],
    ['/clientele', '/client'],
  ])('redirects a signed-in person who asks for %s to %s', async (wanted, landing) => {
    const { cookie } = await signIn(owner, jane.email);
    const answer = await fetch(`${url}/sign-in?${new URLSearchParams({ return_to: wanted })}`, {
      redirect: 'manual',
      headers: { cookie },
    });
    expect(answer.headers.get('location')).toBe(landing);
  });

  it('does not redirect an ended session in a loop', async () => {
    const { cookie, sessionId } = await signIn(owner, jane.email);
    await owner.query('update sessions set revoked_at = now() where id = $1', [sessionId]);
    const at = (path: string) => fetch(`${url}${path}`, { redirect: 'manual', headers: { cookie } });
    expect((await at('/client')).headers.get('location')).toBe('/sign-in?return_to=%2Fclient');
    expect((await at('/sign-in?return_to=%2Fclient')).status).toBe(200);
  });

  it('gives the reason where a signed-in person has no access', async () => {
    const { rows } = await owner.query<{ tenantId: string; id: string }>(
      'select tenant_id as "tenantId", client_id as id from users where email = $1',
      [jane.email],
    );
    if (!rows[0]) throw new Error('The demo has no Jane');
    const { id, email } = await createClientUser(owner, rows[0], { clientPortalEnabled: false });
    const { cookie } = await signIn(owner, email);
    const at = (path: string) => fetch(`${url}${path}`, { redirect: 'manual', headers: { cookie } });
    expect((await at('/client')).headers.get('location')).toBe('/no-access');
    expect(await (await at('/no-access')).text()).toContain('Your access to the client portal is switched off.');
    await owner.query('update users set client_portal_enabled = true where id = $1', [id]);
    expect((await at('/client')).status).toBe(200);
  });
});
