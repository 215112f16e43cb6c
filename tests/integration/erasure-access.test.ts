import { NextRequest } from 'next/server';
import { expect, it } from 'vitest';
import { POST as erase } from '@/app/api/admin/users/[id]/erasure/route';
import { POST as trade } from '@/app/api/auth/token/route';
import { GET as calendar } from '@/app/api/calendar/[token]/route';
import { POST as handOut } from '@/app/api/client/guest-passes/route';
import { GET as me } from '@/app/api/me/route';
import { findGuestLink, identifyGuest, openGuestPass } from '@/lib/auth/guests';
import { findLink } from '@/lib/auth/link-redemption';
import { hashPassword } from '@/lib/auth/passwords';
import { hashSecret } from '@/lib/auth/secret-hash';
import { admit } from '@/lib/auth/sign-in';
import { createCalendarAddress } from '@/lib/auth/tokens';
import { asLogin, write } from '@/lib/authz/scope';
import { testDatabase } from '@/tests/support/database/database';
import { createTenantFixture } from '@/tests/support/fixtures/tenant-with-clients';
import { call } from '@/tests/support/http/api';
import { freshOrigin } from '@/tests/support/identity/account';
import { actorOf } from '@/tests/support/identity/actors';
import { signIn } from '@/tests/support/identity/sign-in';

const { owner } = await testDatabase();
const origin = freshOrigin();
const password = 'twelve correct horses';

/** Everything that lets a person in, as they would have kept it. */
async function keysOf() {
  const tenant = await createTenantFixture(owner);
  const { admin, person, clientId, addProject } = tenant;
  const projectId = await addProject(clientId);
  await owner.query('insert into credentials (user_id, password_hash, changed_at) values ($1, $2, now())', [
    person.id,
    await hashPassword(password, 'visitors'),
  ]);
  const { cookie } = await signIn(owner, person.email);
  const actor = await actorOf(owner, person.email);
  const feed = (await write(actor, (db) => createCalendarAddress(db, {}, actor))).token.split('/').at(-1) ?? '';
  const secret = `secret-${person.id}`;
  await owner.query(
    `insert into user_links (id, user_id, purpose, token_hash, expires_at)
     values (gen_random_uuid(), $1, 'password_reset', $2, now() + interval '1 hour')`,
    [person.id, hashSecret(secret)],
  );
  const body = { label: 'Bank', project_ids: [projectId], sections: ['photos'], expires_in_days: 7 };
  const pass = (await call(handOut, { token: person.token, body })).body.data.url.split('/').at(-1) ?? '';
  const guest = await openGuestPass({ token: pass }, origin);
  return { ...tenant, admin, person, cookie, feed, secret, pass, guest };
}

type Keys = Awaited<ReturnType<typeof keysOf>>;

/** What each of the keys opens. */
async function opens({ person, cookie, feed, secret, pass, guest }: Keys) {
  const fed = await calendar(new NextRequest(`http://localhost:3000/api/calendar/${feed}`), {
    params: Promise.resolve({ token: feed }),
  });
  return {
    session: (await call(me, { headers: { cookie } })).status,
    token: (await call(me, { token: person.token })).status,
    password: (await call(trade, { body: { email: person.email, password } })).status,
    calendar: fed.status,
    link: (await findLink(secret, 'password_reset')).state,
    pass: (await findGuestLink(pass, origin)) !== null,
    guest: await identifyGuest(guest, origin).then(
      () => true,
      () => false,
    ),
  };
}

it('nothing that an erased person kept opens anything', async () => {
  const keys = await keysOf();
  const { admin, person } = keys;
  expect(await opens(keys)).toEqual({
    ...{ session: 200, token: 200, password: 201, calendar: 200, link: 'valid', pass: true, guest: true },
  });
  await call(erase, { token: admin.token, params: { id: person.id }, body: { email: person.email } });
  expect(await opens(keys)).toEqual({
    ...{ session: 401, token: 401, password: 401, calendar: 404, link: 'unknown', pass: false, guest: false },
  });
});

it('a sign-in whose password was proven before the erasure leaves no session', async () => {
  const { admin, person, id: tenantId } = await keysOf();
  await call(erase, { token: admin.token, params: { id: person.id }, body: { email: person.email } });
  const account = { ...person, userType: 'client', tenantId, locale: null, tenant: null } as const;
  await expect(asLogin((db) => admit(db, account, origin, 'password'))).rejects.toThrow();
  const { rows } = await owner.query('select id from sessions where user_id = $1', [person.id]);
  expect(rows).toEqual([]);
});

it('of two erasures of one person at once the second is a conflict', async () => {
  const { admin, person, addPerson } = await createTenantFixture(owner);
  const second = await addPerson('admin');
  const answers = await Promise.all(
    [admin, second, admin].map(({ token }) =>
      call(erase, { token, params: { id: person.id }, body: { email: person.email } }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  const { rowCount } = await owner.query('select from erasures where user_id = $1', [person.id]);
  expect(rowCount).toBe(1);
});

it('of two admins who erase each other at once one is left', async () => {
  const { id, admin, addPerson } = await createTenantFixture(owner);
  const second = await addPerson('admin');
  const answers = await Promise.all([
    call(erase, { token: admin.token, params: { id: second.id }, body: { email: second.email } }),
    call(erase, { token: second.token, params: { id: admin.id }, body: { email: admin.email } }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const left = await owner.query("select from users where tenant_id = $1 and user_type = 'admin' and is_active", [id]);
  expect(left.rowCount).toBe(1);
});
