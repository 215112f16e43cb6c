import { describe, expect, it } from 'vitest';
import { authOptions } from '@/lib/auth/options';
import { env } from '@/lib/env';
import { testDatabase } from '@/tests/support/database/database';
import { createAccount, freshOrigin } from '@/tests/support/identity/account';
import { signIn } from '@/tests/support/identity/sign-in';

const { owner } = await testDatabase();
const calling = { requestId: 'test', door: 'GET /api/auth/session', actorId: null };

/** The response of /api/auth/session to a session cookie, built by the two callbacks that next-auth calls for it. */
async function sessionOf(cookie: string) {
  const { jwt, callbacks, secret } = authOptions(freshOrigin(), calling, () => undefined);
  const token = await jwt?.decode?.({ token: cookie, secret: String(secret) });
  if (!token) return {};
  // Of the arguments that next-auth passes, the callback reads the token only.
  const args = { token, session: { expires: '' } } as Parameters<
    NonNullable<NonNullable<typeof callbacks>['session']>
  >[0];
  return callbacks?.session?.(args);
}

describe('the session endpoint', () => {
  it('names the person of a live session', async () => {
    const { email, name } = await createAccount(owner, { userType: 'admin' });
    const { value } = await signIn(owner, email);
    expect(await sessionOf(value)).toMatchObject({ user: { userType: 'admin', name, email } });
  });

  it.each([
    ['a suspended tenant', `update tenants set status = 'suspended', suspended_at = now() where id = $1`],
    ['a client that is deactivated', 'update clients set is_active = false where tenant_id = $1'],
    ['a closed portal', 'update users set client_portal_enabled = false where tenant_id = $1'],
    ['a deactivated account', 'update users set is_active = false where tenant_id = $1'],
  ])('answers nothing for %s', async (_, change) => {
    const { email, tenantId } = await createAccount(owner);
    const { value } = await signIn(owner, email);
    expect(await sessionOf(value)).toMatchObject({ user: { email } });
    await owner.query(change, [tenantId]);
    expect(await sessionOf(value)).toEqual({});
  });

  it('lets a person of a suspended tenant sign out', async () => {
    const { email, tenantId } = await createAccount(owner);
    const { value, sessionId } = await signIn(owner, email);
    await owner.query(`update tenants set status = 'suspended', suspended_at = now() where id = $1`, [tenantId]);
    const { jwt, events, secret } = authOptions(freshOrigin(), calling, () => undefined);
    const token = await jwt?.decode?.({ token: value, secret: String(secret) });
    if (!token) throw new Error('The session is still live');
    await events?.signOut?.({ token, session: { expires: '', user: { userType: 'client', name: '', email } } });
    const { rows } = await owner.query('select revoked_at is not null as ended from sessions where id = $1', [
      sessionId,
    ]);
    expect(rows).toEqual([{ ended: true }]);
  });
});

it('next-auth does not get the secret itself', () => {
  const { secret } = authOptions(freshOrigin(), calling, () => undefined);
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(secret).not.toContain(env().secret);
});
