import { readFile } from 'node:fs/promises';
import { domainToASCII } from 'node:url';
import { expect, it } from 'vitest';
import { POST as addClient } from '@/app/api/admin/clients/route';
import { POST as addUser } from '@/app/api/admin/users/route';
import { POST as createToken } from '@/app/api/auth/token/route';
import { testDatabase } from '@/tests/support/database/database';
import { createClient, createStaff, createTenant } from '@/tests/support/factories/identity';
import { createTestTenant } from '@/tests/support/fixtures/tenant';
import { call } from '@/tests/support/http/api';
import { signIn } from '@/tests/support/identity/sign-in';

const { owner } = await testDatabase();
const { admin } = await createTestTenant(owner);
const migration = 'prisma/migrations/20261129152200_addresses_in_unicode/migration.sql';

it('a person whose address is not ASCII signs in with every form of it', async () => {
  const password = 'orchard gate 41';
  const body = { user_type: 'staff', name: 'Jörg Weiß', email: 'Jo\u0308rg@xn--mller-kva.example', password };
  const created = await call(addUser, { token: admin.token, body });
  expect([created.status, created.body.data?.email]).toEqual([201, 'jörg@müller.example']);
  for (const email of ['jörg@müller.example', 'JO\u0308RG@MU\u0308LLER.example', 'jörg@XN--MLLER-KVA.example']) {
    expect((await call(createToken, { body: { email, password } })).status).toBe(201);
    const again = await call(addUser, { token: admin.token, body: { ...body, email } });
    expect([again.status, Object.keys(again.body.errors)]).toEqual([422, ['email']]);
  }
  const other = { email: 'jorg@müller.example', password };
  expect((await call(createToken, { body: other })).status).toBe(401);
});

it('a client keeps its address in the same form', async () => {
  const body = { name: 'Müller', email: 'Büro@xn--mller-kva.example' };
  expect((await call(addClient, { token: admin.token, body })).body.data.email).toBe('büro@müller.example');
});

it.each([
  'müller.example',
  'büro.münchen.example',
  'faß.example',
  'почта.example',
  '例え.example',
  '한국어와테스트.example',
  'bücher-und-straßen-über-alles.example',
  'ελληνικά.example',
  '🏡.example',
  'a-ü-\u{20bb7}.example',
])('an address of version 0.1 at %s is decoded by the migration, and its sessions go on', async (domain) => {
  const stored = `a@${domainToASCII(domain)}`;
  expect(stored).toMatch(/[@.]xn--/);
  const tenant = await createTenant(owner, { email: stored });
  const client = await createClient(owner, tenant, { email: stored });
  const { id } = await createStaff(owner, tenant, { email: stored });
  const { sessionId } = await signIn(owner, stored);
  await owner.query(await readFile(migration, 'utf8'));
  const { rows } = await owner.query(
    `select u.email, c.email as client, t.email as tenant, s.revoked_at from users u join tenants t on t.id = u.tenant_id
     join clients c on c.id = $2 join sessions s on s.id = $3 where u.id = $1`,
    [id, client.id, sessionId],
  );
  const email = `a@${domain}`;
  expect(rows).toEqual([{ email, client: email, tenant: email, revoked_at: null }]);
});

it('what is no Punycode stays as it is', async () => {
  const tenant = await createTenant(owner);
  for (const email of ['b@xn--abc-.example', 'b@xn--zzzzzzzzz9999.example', 'b@xn--a--.example', 'b@xn--.example']) {
    const { id } = await createStaff(owner, tenant, { email });
    await owner.query(await readFile(migration, 'utf8'));
    expect((await owner.query('select email from users where id = $1', [id])).rows).toEqual([{ email }]);
  }
});
