import { describe, expect, it } from 'vitest';
import { identifySession, identifyToken } from '@/lib/auth/identify';
import { changePassword } from '@/lib/auth/password-change';
import { listSessions, revokeOtherSessions, revokeSession, sessionsShown } from '@/lib/auth/sessions';
import { signInWithPassword } from '@/lib/auth/sign-in';
import { listTokens, tokensShown } from '@/lib/auth/tokens';
import type { Actor } from '@/lib/authz/actor';
import { read, write } from '@/lib/authz/scope';
import { updateProfile } from '@/lib/users/profile/commands';
import { getProfile } from '@/lib/users/profile/queries';
import { testDatabase } from '@/tests/support/database/database';
import { refusal } from '@/tests/support/database/refusal';
import { createAccount, freshOrigin, rightPassword } from '@/tests/support/identity/account';
import { actorOf } from '@/tests/support/identity/actors';
import { signedInPerson } from '@/tests/support/identity/password-sign-in';
import { signIn, tokenFor } from '@/tests/support/identity/sign-in';

const { owner } = await testDatabase();
const newPassword = 'lantern over water';

function sessionOf({ via }: Actor): string {
  if (via.kind !== 'session') throw new Error('The actor came in by a token');
  return via.sessionId;
}

describe('changing one’s password', () => {
  it('ends every session, a copied cookie of this one too, opens another, and keeps the API tokens', async () => {
    const { email } = await createAccount(owner);
    const actor = await actorOf(owner, email);
    const other = await signIn(owner, email);
    const token = await tokenFor(owner, email);
    const changed = await changePassword({ currentPassword: rightPassword, newPassword }, actor);
    for (const ended of [other.sessionId, sessionOf(actor)]) expect(await identifySession(ended)).toBeNull();
    expect((await identifySession(changed?.claims.sid ?? ''))?.userId).toBe(actor.userId);
    expect(await identifyToken(token)).not.toBeNull();
    expect(await signedInPerson(email, newPassword)).toBe(actor.userId);
    const old = signInWithPassword({ email, password: rightPassword }, freshOrigin());
    expect((await refusal(old)).code).toBe('UNAUTHENTICATED');
  });

  it('needs the current one, and counts guesses like a sign-in', async () => {
    const { email } = await createAccount(owner);
    const actor = await actorOf(owner, email);
    const guess = () => refusal(changePassword({ currentPassword: 'a guess at it', newPassword }, actor));
    for (let count = 0; count < 10; count += 1)
      expect((await guess()).fields).toEqual({ currentPassword: [{ key: 'wrongPassword' }] });
    expect((await guess()).code).toBe('TOO_MANY_TRIES');
  });

  it('refuses one’s own name', async () => {
    const { email } = await createAccount(owner, { name: 'Wilhelmina Ravenscroft' });
    const change = changePassword(
      { currentPassword: rightPassword, newPassword: 'Ravenscroft' },
      await actorOf(owner, email),
    );
    expect((await refusal(change)).fields).toEqual({ newPassword: [{ key: 'passwordPersonal' }] });
  });
});

describe('the list of sessions', () => {
  it('shows the live ones of oneself only', async () => {
    const [mine, theirs] = [await createAccount(owner), await createAccount(owner)];
    const actor = await actorOf(owner, mine.email);
    const phone = await signIn(owner, mine.email);
    const gone = await signIn(owner, mine.email);
    await owner.query('update sessions set revoked_at = now() where id = $1', [gone.sessionId]);
    await signIn(owner, theirs.email);
    const listed = (await read(actor, listSessions)).map(({ id }) => id);
    expect(listed.sort()).toEqual([sessionOf(actor), phone.sessionId].sort());
  });

  it('reads few of any number of sessions and tokens, the latest first', async () => {
    const mine = await createAccount(owner);
    const actor = await actorOf(owner, mine.email);
    for (let at = 0; at < sessionsShown + 4; at++) await signIn(owner, mine.email);
    await owner.query("update sessions set last_seen_at = now() + interval '1 second' where id = $1", [
      sessionOf(actor),
    ]);
    const sessions = await read(actor, listSessions);
    expect(sessions).toHaveLength(sessionsShown + 1);
    expect(sessions[0]?.id).toBe(sessionOf(actor));
    await owner.query(
      `insert into api_tokens (id, user_id, name, token_hash, expires_at)
       select gen_random_uuid(), $1, 'Token ' || n, sha256(n::text::bytea), now() + interval '1 day'
       from generate_series(1, $2::int) n`,
      [actor.userId, tokensShown + 4],
    );
    expect(await read(actor, listTokens)).toHaveLength(tokensShown + 1);
  });

  it('lets one end a session at once, but never another person’s', async () => {
    const [mine, theirs] = [await createAccount(owner), await createAccount(owner)];
    const actor = await actorOf(owner, mine.email);
    const phone = await signIn(owner, mine.email);
    const foreign = await signIn(owner, theirs.email);
    await write(actor, (db) => revokeSession(db, { sessionId: phone.sessionId }, actor));
    expect(await identifySession(phone.sessionId)).toBeNull();
    const reach = write(actor, (db) => revokeSession(db, { sessionId: foreign.sessionId }, actor));
    expect((await refusal(reach)).code).toBe('NOT_FOUND');
    expect(await identifySession(foreign.sessionId)).not.toBeNull();
  });

  it('ends all others at once', async () => {
    const [mine, theirs] = [await createAccount(owner), await createAccount(owner)];
    const actor = await actorOf(owner, mine.email);
    const others = [await signIn(owner, mine.email), await signIn(owner, mine.email)];
    const foreign = await signIn(owner, theirs.email);
    await write(actor, (db) => revokeOtherSessions(db, {}, actor));
    for (const { sessionId } of others) expect(await identifySession(sessionId)).toBeNull();
    expect(await identifySession(sessionOf(actor))).not.toBeNull();
    expect(await identifySession(foreign.sessionId)).not.toBeNull();
  });
});

describe('one’s profile', () => {
  it.each(['client', 'staff', 'admin', 'super_admin'] as const)(
    'of %s changes name, phone and language',
    async (userType) => {
      const { email } = await createAccount(owner, { userType });
      const actor = await actorOf(owner, email);
      const input = { name: 'Wanda Neu', phone: '+49 30 1234', locale: 'de' as const };
      await write(actor, (db) => updateProfile(db, input, actor));
      expect(await read(actor, (db) => getProfile(db, actor))).toEqual({ ...input, email });
      await write(actor, (db) => updateProfile(db, { name: 'Wanda', phone: null }, actor));
      expect(await read(actor, (db) => getProfile(db, actor))).toEqual({
        name: 'Wanda',
        phone: null,
        locale: 'de',
        email,
      });
    },
  );
});
