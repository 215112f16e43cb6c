import { describe, expect, it } from 'vitest';
import { DELETE, POST } from '@/app/api/auth/token/route';
import { GET as me } from '@/app/api/me/route';
import { createToken, listTokens, revokeToken } from '@/lib/auth/tokens';
import { read, write } from '@/lib/authz/scope';
import { peerHeader } from '@/lib/http/origin';
import { testDatabase } from '@/tests/support/database/database';
import { refusal } from '@/tests/support/database/refusal';
import { call } from '@/tests/support/http/api';
import { createAccount, freshOrigin, rightPassword as password } from '@/tests/support/identity/account';
import { actorOf } from '@/tests/support/identity/actors';
import { tokenFor } from '@/tests/support/identity/sign-in';

const { owner } = await testDatabase();

const from = () => ({ headers: { [peerHeader]: freshOrigin().ip ?? '' } });
const trade = (body: unknown) => call(POST, { body, ...from() });

describe('trading a password for a token', () => {
  it('answers with a bearer token that works, and keeps only its hash', async () => {
    const { id, email } = await createAccount(owner);
    const { status, body, headers } = await trade({ email, password, name: 'Export', expires_in_days: 7 });
    expect(status).toBe(201);
    expect(headers.get('cache-control')).toContain('no-store');
    expect(body.data).toMatchObject({ token_type: 'Bearer', name: 'Export' });
    expect(body.data.token).toMatch(/^oriel_[A-Za-z0-9_-]{43}$/);
    expect(Math.round((Date.parse(body.data.expires_at) - Date.now()) / 86_400_000)).toBe(7);
    expect((await call(me, { token: body.data.token })).body.data.id).toBe(id);
    const { rows } = await owner.query<{ row: string }>(
      'select to_json(k)::text as row from api_tokens k where user_id = $1',
      [id],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.row).not.toContain(body.data.token.slice(6));
  });

  it('takes the password from the body only: an address is written into logs', async () => {
    const { email } = await createAccount(owner);
    const query = `?${new URLSearchParams({ email, password })}`;
    const answer = await call(POST, { method: 'POST', query, ...from() });
    expect([answer.status, Object.keys(answer.body.errors)]).toEqual([422, ['email', 'password']]);
    expect((await call(POST, { body: { email, password }, query: '?name=Export', ...from() })).status).toBe(422);
  });

  it.each([
    ['[', ']', 400_000],
    ['{"a":', '}', 100_000],
    ['[', ']', 40],
  ])('refuses %s%s inside one another %d times over in words', async (open, close, times) => {
    const body = `{"email":${open.repeat(times)}1${close.repeat(times)}}`;
    expect((await trade(body)).status).toBe(413);
  });

  it('refuses unknown people, wrong passwords and the deactivated in the same words', async () => {
    const known = await createAccount(owner);
    const inactive = await createAccount(owner, { isActive: false });
    const bodies = [];
    for (const body of [
      { email: known.email, password: 'wrong orchard 41' },
      { email: inactive.email, password },
      { email: 'nobody@example.com', password },
    ]) {
      const answer = await trade(body);
      expect(answer.status).toBe(401);
      bodies.push(answer.body);
    }
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
  });

  it('refuses a client user whose portal is off, with the reason', async () => {
    const { email } = await createAccount(owner, { portal: false });
    const { status, body } = await trade({ email, password });
    expect([status, body.detail]).toEqual([403, 'Your access to the client portal is switched off.']);
    const { rows } = await owner.query('select from api_tokens k join users u on u.id = k.user_id where email = $1', [
      email,
    ]);
    expect(rows).toHaveLength(0);
  });

  it('answers 429 with Retry-After past the throttle', async () => {
    const { email } = await createAccount(owner);
    const here = from();
    const tryWith = (word: string) => call(POST, { body: { email, password: word }, ...here });
    for (let count = 0; count < 10; count += 1) expect((await tryWith('wrong')).status).toBe(401);
    const { status, headers } = await tryWith(password);
    expect(status).toBe(429);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it.each([
    [{}, ['email', 'password']],
    [{ email: 'not-an-address', password: 'x' }, ['email']],
    [{ email: 'a@example.com', password: 'x', admin: true }, ['admin']],
    [{ email: 'a@example.com', password: 'x', expires_in_days: 366 }, ['expires_in_days']],
    [{ email: 'a@example.com', password: 'x', expires_in_days: '7' }, ['expires_in_days']],
    [{ email: 'a@example.com\u0000', password: 'x' }, ['email']],
  ])('answers %j with 422 on the fields', async (body, fields) => {
    const answer = await trade(body);
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.body.errors).sort()).toEqual(fields);
  });
});

describe('a token', () => {
  it('that is revoked, expired, malformed or unknown is nobody', async () => {
    const { email } = await createAccount(owner);
    const [revoked, expired, good] = [
      await tokenFor(owner, email),
      await tokenFor(owner, email),
      await tokenFor(owner, email),
    ];
    const change = (token: string, to: string) =>
      owner.query(`update api_tokens set ${to} where token_hash = sha256(convert_to($1, 'UTF8'))`, [token]);
    await change(revoked, 'revoked_at = now()');
    await change(expired, `created_at = now() - interval '2 days', expires_at = now() - interval '1 second'`);
    for (const token of [revoked, expired, 'oriel_nonsense', `${good}x`, good.slice(0, -1), ' '])
      expect((await call(me, { token })).status).toBe(401);
    for (const header of [good, `Basic ${good}`, `Bearer ${good} ${good}`])
      expect((await call(me, { headers: { authorization: header } })).status).toBe(401);
    expect((await call(me, { token: good })).status).toBe(200);
  });

  it('revokes itself by DELETE, and then a second time is nobody', async () => {
    const { email } = await createAccount(owner);
    const [token, other] = [await tokenFor(owner, email), await tokenFor(owner, email)];
    expect((await call(DELETE, { token, method: 'DELETE' })).status).toBe(204);
    expect((await call(me, { token })).status).toBe(401);
    expect((await call(DELETE, { token, method: 'DELETE' })).status).toBe(401);
    expect((await call(DELETE, { method: 'DELETE' })).status).toBe(401);
    expect((await call(me, { token: other })).status).toBe(200);
  });

  it('is made and listed by its person, and revoked by nobody else', async () => {
    const [mine, theirs] = [await createAccount(owner), await createAccount(owner)];
    const [actor, other] = [await actorOf(owner, mine.email), await actorOf(owner, theirs.email)];
    const { id, token, expiresAt } = await write(actor, (db) => createToken(db, { name: 'Nightly' }, actor));
    expect(Math.round((expiresAt.getTime() - Date.now()) / 86_400_000)).toBe(90);
    expect(await read(actor, listTokens)).toMatchObject([{ id, name: 'Nightly' }]);
    expect(await read(other, listTokens)).toEqual([]);
    expect((await refusal(write(other, (db) => revokeToken(db, { tokenId: id }, other)))).code).toBe('NOT_FOUND');
    expect((await call(me, { token })).status).toBe(200);
    await write(actor, (db) => revokeToken(db, { tokenId: id }, actor));
    expect((await call(me, { token })).status).toBe(401);
    const { rows } = await owner.query(
      `select action from audit_entries where actor_id = $1 and record_id = $2 order by id`,
      [mine.id, id],
    );
    expect(rows.map(({ action }) => action)).toEqual(['token.created', 'token.revoked']);
  });
});
