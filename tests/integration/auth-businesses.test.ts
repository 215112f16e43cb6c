import { describe, expect, it } from 'vitest';
import { POST } from '@/app/api/auth/token/route';
import { findChoices, signInByChoice } from '@/lib/auth/business-choice';
import { identifySession } from '@/lib/auth/identify';
import { signDeviceCookie } from '@/lib/auth/known-device';
import { hashPassword } from '@/lib/auth/passwords';
import { signInOrAsk, signInWithPassword } from '@/lib/auth/sign-in';
import { peerHeader } from '@/lib/http/origin';
import { testDatabase } from '@/tests/support/database/database';
import { refusal } from '@/tests/support/database/refusal';
import { mark } from '@/tests/support/factories/rows';
import { call } from '@/tests/support/http/api';
import { createAccount, freshOrigin, rightPassword as password } from '@/tests/support/identity/account';
import { signedInPerson } from '@/tests/support/identity/password-sign-in';
import { fastestOf } from '@/tests/support/timing';

const { owner } = await testDatabase();
const [other, wrong] = ['lantern over water', 'wrong orchard 41'];

type Wish = Parameters<typeof createAccount>[1];

/** Accounts of one address, each at a business of its own. */
async function accountsOf(...wishes: NonNullable<Wish>[]) {
  const email = `several-${mark()}@example.com`;
  const accounts = [];
  for (const wish of wishes) accounts.push(await createAccount(owner, { ...wish, email }));
  return { email, accounts, ids: accounts.map(({ id }) => id) };
}

async function ticketFor(email: string): Promise<string> {
  const answer = await signInOrAsk({ email, password }, freshOrigin());
  if (!('ticket' in answer)) throw new Error('One account matches');
  return answer.ticket;
}

const failures = async (email: string) =>
  (
    await owner.query<{ tenant_id: string | null }>(
      `select tenant_id from audit_entries where action = 'user.sign_in_failed' and detail ->> 'email' = $1`,
      [email],
    )
  ).rows.map(({ tenant_id }) => tenant_id);

describe('an address with accounts at several businesses', () => {
  it('signs in to the one whose password it is, without a question', async () => {
    const { email, ids } = await accountsOf({}, { password: other }, { password: false });
    expect(await signedInPerson(email, password)).toBe(ids[0]);
    expect(await signedInPerson(email, other)).toBe(ids[1]);
    expect('ticket' in (await signInOrAsk({ email, password: other }, freshOrigin()))).toBe(false);
  });

  it('signs in to the only one with access, without a question', async () => {
    const { email, accounts, ids } = await accountsOf({}, {}, { portal: false }, { isActive: false });
    await owner.query(`update tenants set status = 'suspended', suspended_at = now() where id = $1`, [
      accounts[0]?.tenantId,
    ]);
    expect(await signedInPerson(email, password)).toBe(ids[1]);
  });

  it('is refused with a wrong password in the same words as one with none, and each business learns of the try', async () => {
    const { email, accounts } = await accountsOf({}, { password: other }, { isActive: false });
    const refusals = [];
    for (const address of [email, `nobody-${mark()}@example.com`]) {
      const { code, reason, fields, members } = await refusal(
        signInOrAsk({ email: address, password: wrong }, freshOrigin()),
      );
      refusals.push({ code, reason, fields, members });
    }
    expect(refusals[0]).toEqual(refusals[1]);
    expect(refusals[0]?.code).toBe('UNAUTHENTICATED');
    expect((await failures(email)).sort()).toEqual(accounts.map(({ tenantId }) => tenantId).sort());
  });

  it('takes about as long as an address with none, for a failure and for a sign-in to one of them', async () => {
    const several = await accountsOf({}, {}, {}, { password: other });
    const alone = await accountsOf({ password: other });
    await hashPassword('to be warm first', 'visitors');
    const tried = (email: string, word: string) => () =>
      signInOrAsk({ email, password: word }, freshOrigin()).catch(() => undefined);
    const times = await fastestOf([
      [tried(`nobody-${mark()}@example.com`, wrong), tried(several.email, wrong)],
      [tried(alone.email, other), tried(several.email, other)],
    ]);
    for (const [a, b] of times) {
      expect(b).toBeGreaterThan(a * 0.5);
      expect(b).toBeLessThan(a * 2);
    }
  });
});

describe('the same password at several businesses', () => {
  it('asks which one by name, and signs in to the chosen one without the password', async () => {
    const { email, ids } = await accountsOf({ business: 'Harbor' }, { business: 'Alder', userType: 'staff' });
    const before = await sessionsOf(ids);
    const ticket = await ticketFor(email);
    expect(await sessionsOf(ids)).toBe(before);
    expect(await findChoices(ticket)).toEqual([
      { accountId: ids[1], business: 'Alder', userType: 'staff' },
      { accountId: ids[0], business: 'Harbor', userType: 'client' },
    ]);
    const { claims } = await signInByChoice({ accountId: ids[0] ?? '' }, ticket, freshOrigin());
    expect((await identifySession(claims.sid))?.userId).toBe(ids[0]);
  });

  it('does not ask at the sign-in of one of them, and asks at that of another business', async () => {
    const { email, accounts, ids } = await accountsOf({}, {}, { password: other });
    const [first, second, third] = await Promise.all(accounts.map(slugOf));
    for (const [business, id] of [
      [first, ids[0]],
      [second, ids[1]],
    ] as const) {
      const answer = await signInOrAsk({ email, password }, freshOrigin(), undefined, business);
      if ('ticket' in answer) throw new Error('It asks');
      expect([(await identifySession(answer.claims.sid))?.userId, answer.business]).toEqual([id, business]);
    }
    for (const business of [third, 'no-such-business', null])
      expect('ticket' in (await signInOrAsk({ email, password }, freshOrigin(), undefined, business))).toBe(true);
  });

  it('is proven alike at the sign-in of a business: a wrong password tells the same, and counts at every one of them', async () => {
    const { email, accounts } = await accountsOf({}, { password: other });
    const here = await slugOf(accounts[0]);
    const told = [];
    for (const [address, business] of [
      [email, here],
      [email, undefined],
      [`nobody-${mark()}@example.com`, here],
    ] as const) {
      const input = { email: address, password: wrong };
      const { code, reason, fields, members } = await refusal(signInOrAsk(input, freshOrigin(), undefined, business));
      told.push({ code, reason, fields, members });
    }
    expect(told[1]).toEqual(told[0]);
    expect(told[2]).toEqual(told[0]);
    const tenants = accounts.map(({ tenantId }) => tenantId);
    expect((await failures(email)).sort()).toEqual([...tenants, ...tenants].sort());
    // The password of another business signs in there, as it would on the plain page.
    const answer = await signInOrAsk({ email, password: other }, freshOrigin(), undefined, here);
    expect('business' in answer && answer.business).toBe(await slugOf(accounts[1]));
  });

  it('names the account of an operator without a business', async () => {
    const { email, ids } = await accountsOf({ userType: 'super_admin' }, { business: 'Alder' });
    const choices = await findChoices(await ticketFor(email));
    expect(choices?.find(({ accountId }) => accountId === ids[0])).toMatchObject({ business: null });
  });

  it.each([
    [
      'a use',
      async (ids: string[], ticket: string) => signInByChoice({ accountId: ids[0] ?? '' }, ticket, freshOrigin()),
    ],
    [
      'a new password',
      (ids: string[]) => owner.query('update credentials set changed_at = now() where user_id = $1', ids.slice(1)),
    ],
    [
      'a deactivation',
      (ids: string[]) => owner.query('update users set is_active = false where id = $1', ids.slice(1)),
    ],
  ])('the ticket ends with %s', async (_, end) => {
    const { email, ids } = await accountsOf({}, {});
    const ticket = await ticketFor(email);
    expect(await findChoices(ticket)).toHaveLength(2);
    await end(ids, ticket);
    expect(await findChoices(ticket)).toBeNull();
    for (const accountId of ids)
      expect(await refusal(signInByChoice({ accountId }, ticket, freshOrigin()))).toMatchObject({
        code: 'CONFLICT',
        reason: { key: 'choiceEnded' },
      });
  });

  it('the ticket opens no account that it does not name, and nothing opens one without a ticket', async () => {
    const { email } = await accountsOf({}, {});
    const stranger = await createAccount(owner);
    const ticket = await ticketFor(email);
    const choose = (value: string | undefined) =>
      refusal(signInByChoice({ accountId: stranger.id }, value, freshOrigin()));
    expect((await choose(ticket)).code).toBe('UNAUTHENTICATED');
    for (const value of [undefined, 'forged', `${ticket}x`]) expect((await choose(value)).code).toBe('CONFLICT');
  });
});

describe('programs', () => {
  const trade = (body: object) => call(POST, { body, headers: { [peerHeader]: freshOrigin().ip ?? '' } });

  it('are told the businesses after the right password only, and name one', async () => {
    const { email, accounts, ids } = await accountsOf({}, {}, { userType: 'super_admin' }, { password: other });
    const tenants = await Promise.all(accounts.slice(0, 3).map(slugOf));
    const asked = await trade({ email, password });
    expect([asked.status, asked.headers.get('content-type')]).toEqual([409, 'application/problem+json']);
    expect([...asked.body.tenants].sort()).toEqual([...tenants].sort());
    for (const [index, tenant] of tenants.entries()) {
      const { status, body } = await trade({ email, password, tenant });
      expect(status).toBe(201);
      const { rows } = await owner.query('select user_id from api_tokens where id = $1', [body.data.id]);
      expect(rows[0].user_id).toBe(ids[index]);
    }
  });

  it('learn nothing with a wrong password, or one of another business', async () => {
    const { email, accounts } = await accountsOf({}, {}, { password: other });
    const answers = [
      await trade({ email, password: wrong }),
      await trade({ email, password: wrong, tenant: await slugOf(accounts[0]) }),
      await trade({ email, password, tenant: await slugOf(accounts[2]) }),
      await trade({ email, password, tenant: 'no-such-business' }),
      await trade({ email: `nobody-${mark()}@example.com`, password }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  });

  it('without a choice open no session and get no token', async () => {
    const { email, ids } = await accountsOf({}, {});
    const { code, reason } = await refusal(signInWithPassword({ email, password }, freshOrigin()));
    expect([code, reason?.key]).toEqual(['CONFLICT', 'chooseBusiness']);
    expect(await sessionsOf(ids)).toBe(0);
  });
});

describe('an account that another business made for the address of somebody else', () => {
  it('does not clear the failed tries at theirs by its own sign-ins', async () => {
    const { email } = await accountsOf({}, { password: other });
    const origin = freshOrigin();
    for (let count = 0; count < 10; count += 1) {
      expect((await refusal(signInOrAsk({ email, password: wrong }, origin))).code).toBe('UNAUTHENTICATED');
      if (count === 8) await signInOrAsk({ email, password: other }, origin);
    }
    expect((await refusal(signInOrAsk({ email, password }, origin))).code).toBe('TOO_MANY_TRIES');
  });

  it('does not guess at theirs without end by passwords of its own', async () => {
    const { email, ids } = await accountsOf({}, { password: other });
    const expire = Date.now() + 60_000;
    const count = (points: number) =>
      owner.query(
        `insert into throttle_counters (key, points, expire) values ($1, $2, $3) on conflict (key) do update set points = $2`,
        [`shared:${ids[0]}`, points, expire],
      );
    await count(29);
    expect(await signedInPerson(email, other)).toBe(ids[1]);
    // The thirtieth comparison is used up: the right password of the first account is not compared any more.
    expect((await refusal(signInOrAsk({ email, password }, freshOrigin()))).code).toBe('UNAUTHENTICATED');
    await count(0);
    const { device } = await signInWithPassword({ email, password }, freshOrigin());
    expect(device.userId).toBe(ids[0]);
    // A browser of the first account itself gets in while others use that limit up.
    await count(30);
    const cookie = await signDeviceCookie(device);
    expect((await signInWithPassword({ email, password }, freshOrigin(), cookie)).device.userId).toBe(ids[0]);
  });
});

async function slugOf(account: { tenantId: string | null } | undefined): Promise<string | null> {
  const { rows } = await owner.query<{ slug: string }>('select slug from tenants where id = $1', [account?.tenantId]);
  return rows[0]?.slug ?? null;
}

async function sessionsOf(ids: string[]): Promise<number> {
  const { rowCount } = await owner.query('select from sessions where user_id = any($1)', [ids]);
  return rowCount ?? 0;
}
