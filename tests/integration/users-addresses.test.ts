import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { PATCH } from '@/app/api/admin/users/[id]/route';
import { POST } from '@/app/api/admin/users/route';
import { redeemLink } from '@/lib/auth/link-redemption';
import { testDatabase } from '@/tests/support/database/database';
import { auditOf, createTestTenant } from '@/tests/support/fixtures/tenant';
import { call } from '@/tests/support/http/api';
import { freshOrigin } from '@/tests/support/identity/account';
import { signedInPerson } from '@/tests/support/identity/password-sign-in';

const { owner } = await testDatabase();
const mine = await createTestTenant(owner);
const elsewhere = await createTestTenant(owner);

const freshEmail = () => `new-${uuidv7().slice(-12)}@example.com`;
const create = (body: object, token = mine.admin.token) =>
  call(POST, { token, body: { user_type: 'staff', name: 'Jane Okafor', ...body } });
const change = (id: string, body: object, token = mine.admin.token) =>
  call(PATCH, { token, params: { id }, body, method: 'PATCH' });
const refused = { email: ['Someone else already uses this e-mail address.'] };

describe('an address with an account at another business', () => {
  it('is free for a new person and for a change, and the answers are those for an address that nobody has', async () => {
    const used = await create({ email: elsewhere.staff.email });
    const unused = await create({ email: freshEmail() });
    expect([used.status, Object.keys(used.body.data)]).toEqual([201, Object.keys(unused.body.data)]);
    const changed = await change(used.body.data.id, { email: elsewhere.admin.email });
    expect([changed.status, changed.body.data.email]).toEqual([200, elsewhere.admin.email]);
    const { rows } = await owner.query('select id, tenant_id from users where email = $1 order by created_at', [
      elsewhere.admin.email,
    ]);
    expect(rows).toEqual([
      { id: elsewhere.admin.id, tenant_id: elsewhere.id },
      { id: used.body.data.id, tenant_id: mine.id },
    ]);
    expect((await auditOf(owner, elsewhere.admin.id)).map(({ action }) => action)).not.toContain(
      'user.address_refused',
    );
  });

  it('is invited there and here, and each invitation opens its own business', async () => {
    const email = freshEmail();
    const invitations = [];
    for (const token of [elsewhere.admin.token, mine.admin.token])
      invitations.push((await create({ email, invite: true }, token)).body.data);
    for (const [index, word] of ['lantern over water', 'orchard gate 41'].entries()) {
      const token = invitations[index].invitation_url.split('/').at(-1);
      await redeemLink({ token, password: word, purpose: 'invitation' }, freshOrigin());
      expect(await signedInPerson(email, word)).toBe(invitations[index].id);
    }
  });
});

describe('an address with an account at the own business', () => {
  it('is 422 on its field, whatever its spelling, and the refusal is in the trail', async () => {
    const email = freshEmail();
    const { id } = (await create({ email })).body.data;
    const jane = (await create({ email: freshEmail() })).body.data;
    for (const spelling of [email, ` ${email.toUpperCase()} `]) {
      const { status, body } = await create({ email: spelling });
      expect([status, body.errors]).toEqual([422, refused]);
    }
    expect((await change(jane.id, { email, name: 'Not stored' })).body.errors).toEqual(refused);
    expect((await change(jane.id, { email: jane.email })).status).toBe(200);
    expect(await auditOf(owner, id)).toEqual([
      { action: 'user.created', actor_id: mine.admin.id },
      ...Array(3).fill({ action: 'user.address_refused', actor_id: mine.admin.id }),
    ]);
    const { rows } = await owner.query('select name from users where email = any($1) order by name', [
      [email, jane.email],
    ]);
    expect(rows).toEqual([{ name: 'Jane Okafor' }, { name: 'Jane Okafor' }]);
  });

  it('wanted by two at once goes to one of them', async () => {
    const email = freshEmail();
    const answers = await Promise.all([create({ email }), create({ email })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect(answers.find(({ status }) => status === 422)?.body.errors).toEqual(refused);
  });

  it('is refused twenty times in a quarter of an hour, and then no address is taken from that admin', async () => {
    const { admin, staff, addPerson } = await createTestTenant(owner);
    for (let count = 0; count < 20; count += 1)
      expect((await create({ email: staff.email }, admin.token)).status).toBe(422);
    for (const email of [staff.email, freshEmail()]) {
      const { status, headers } = await create({ email }, admin.token);
      expect(status).toBe(429);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(800);
    }
    expect((await change(staff.id, { email: freshEmail() }, admin.token)).status).toBe(429);
    expect((await change(staff.id, { name: 'Alma' }, admin.token)).status).toBe(200);
    expect((await auditOf(owner, staff.id)).filter(({ action }) => action === 'user.address_refused')).toHaveLength(20);
    expect((await create({ email: freshEmail() }, (await addPerson('admin')).token)).status).toBe(201);
  });
});

it('operators are unique among themselves, and not among the people of businesses', async () => {
  const email = freshEmail();
  const add = () =>
    owner.query(
      `insert into users (id, user_type, email, name, updated_at) values ($1, 'super_admin', $2, 'Robin', now())`,
      [uuidv7(), email],
    );
  await add();
  await expect(add()).rejects.toMatchObject({ code: '23505', constraint: 'users_email_tenant_id_key' });
  expect((await create({ email })).status).toBe(201);
});
