import { describe, expect, it } from 'vitest';
import { identifySession } from '@/lib/auth/identify';
import { hashPassword } from '@/lib/auth/passwords';
import { endSession } from '@/lib/auth/sessions';
import { signInWithPassword } from '@/lib/auth/sign-in';
import { testDatabase } from '@/tests/support/database/database';
import { refusal } from '@/tests/support/database/refusal';
import { createAccount, freshOrigin, rightPassword } from '@/tests/support/identity/account';
import { fastestOf } from '@/tests/support/timing';

const { owner } = await testDatabase();

const password = rightPassword;

describe('signing in by password', () => {
  it('opens a session that the guards accept, and notes it', async () => {
    const { id, email, tenantId } = await createAccount(owner);
    const origin = freshOrigin();
    const { claims } = await signInWithPassword({ email, password }, origin);
    expect(await identifySession(claims.sid)).toMatchObject({ userId: id, userType: 'client' });
    const { rows } = await owner.query(
      `select tenant_id, ip, action from audit_entries where actor_id = $1 and action = 'user.signed_in'`,
      [id],
    );
    expect(rows).toEqual([{ tenant_id: tenantId, ip: origin.ip, action: 'user.signed_in' }]);
    const { rows: people } = await owner.query('select last_sign_in_at from users where id = $1', [id]);
    expect(people[0].last_sign_in_at).toBeInstanceOf(Date);
  });

  it('answers every failure alike, and notes each without the password', async () => {
    const known = await createAccount(owner);
    const inactive = await createAccount(owner, { isActive: false });
    const invited = await createAccount(owner, { password: false });
    const tries = [
      { email: known.email, password: 'wrong orchard 41' },
      { email: inactive.email, password },
      { email: invited.email, password },
      { email: 'nobody-at-all@example.com', password },
    ];
    for (const attempt of tries) {
      const { code, reason, fields } = await refusal(signInWithPassword(attempt, freshOrigin()));
      expect({ code, reason, fields }).toEqual({
        code: 'UNAUTHENTICATED',
        reason: { key: 'signInFailed' },
        fields: {},
      });
      const { rows } = await owner.query<{ row: string }>(
        `select to_json(a)::text as row from audit_entries a where action = 'user.sign_in_failed' and detail->>'email' = $1`,
        [attempt.email],
      );
      expect(rows).toHaveLength(1);
      expect(rows[0]?.row).not.toContain(attempt.password);
    }
  });

  it('makes the hash anew when it was made with cheaper parameters', async () => {
    const { id, email } = await createAccount(owner);
    const { hash } = await import('@node-rs/argon2');
    const cheap = await hash(password, { memoryCost: 8_192, timeCost: 1, parallelism: 1 });
    await owner.query('update credentials set password_hash = $1 where user_id = $2', [cheap, id]);
    await signInWithPassword({ email, password }, freshOrigin());
    const { rows } = await owner.query('select password_hash from credentials where user_id = $1', [id]);
    expect(rows[0].password_hash).toContain('$m=19456,t=2,p=1$');
    await signInWithPassword({ email, password }, freshOrigin());
  });

  it('takes about as long for an unknown account as for a known one', async () => {
    const { email } = await createAccount(owner);
    await hashPassword('to be warm first', 'visitors');
    const tried = (address: string) => () =>
      refusal(signInWithPassword({ email: address, password: 'wrong orchard 41' }, freshOrigin()));
    const times = await fastestOf([[tried(email), tried('nobody-here@example.com')]]);
    const [known = 0, unknown = 0] = times[0] ?? [];
    expect(unknown).toBeGreaterThan(known * 0.5);
    expect(unknown).toBeLessThan(known * 2);
  });
});

describe('a session', () => {
  const opened = async () => {
    const { email } = await createAccount(owner);
    const { claims } = await signInWithPassword({ email, password }, freshOrigin());
    expect(await identifySession(claims.sid)).not.toBeNull();
    return claims.sid;
  };

  it('is over for a copied cookie too once somebody signed out', async () => {
    const sid = await opened();
    await endSession(sid, freshOrigin());
    expect(await identifySession(sid)).toBeNull();
    await endSession(sid, freshOrigin());
    const { rows } = await owner.query(
      `select count(*)::int from audit_entries a join sessions s on s.user_id = a.actor_id where s.id = $1 and action = 'user.signed_out'`,
      [sid],
    );
    expect(rows[0].count).toBe(1);
  });

  it('ends when it was idle for too long, however long it might still live', async () => {
    const sid = await opened();
    await owner.query(
      `update sessions set last_seen_at = last_seen_at - interval '169 hours', idle_expires_at = idle_expires_at - interval '169 hours'
       where id = $1`,
      [sid],
    );
    expect(await identifySession(sid)).toBeNull();
  });

  it('ends at its absolute end, however lately it was used', async () => {
    const sid = await opened();
    await owner.query(
      `update sessions set created_at = created_at - interval '31 days', expires_at = expires_at - interval '31 days' where id = $1`,
      [sid],
    );
    expect(await identifySession(sid)).toBeNull();
  });

  it('stays alive by being used, by the span that sign-in chose, and writes that down only now and then', async () => {
    const sid = await opened();
    const read = async () =>
      (
        await owner.query<{ last_seen_at: Date; span: number }>(
          `select last_seen_at, extract(epoch from idle_expires_at - last_seen_at)::float as span from sessions where id = $1`,
          [sid],
        )
      ).rows[0];
    const first = await read();
    await identifySession(sid);
    expect(await read()).toEqual(first);
    await owner.query(
      `update sessions set last_seen_at = last_seen_at - interval '1 hour', idle_expires_at = idle_expires_at - interval '1 hour' where id = $1`,
      [sid],
    );
    await identifySession(sid);
    const later = await read();
    expect(later?.last_seen_at.getTime()).toBeGreaterThanOrEqual(first?.last_seen_at.getTime() ?? Number.NaN);
    expect(later?.span).toBeCloseTo(first?.span ?? Number.NaN, 0);
  });

  it.each([
    ['client', 30 * 24, 7 * 24],
    ['staff', 7 * 24, 12],
    ['admin', 7 * 24, 12],
    ['super_admin', 7 * 24, 12],
  ] as const)('of %s lives %i hours at most and %i hours unused', async (userType, absolute, idle) => {
    const { email } = await createAccount(owner, { userType });
    const { claims } = await signInWithPassword({ email, password }, freshOrigin());
    const { rows } = await owner.query(
      `select round(extract(epoch from expires_at - created_at) / 3600)::int as absolute,
         round(extract(epoch from idle_expires_at - created_at) / 3600)::int as idle from sessions where id = $1`,
      [claims.sid],
    );
    expect(rows).toEqual([{ absolute, idle }]);
  });
});
