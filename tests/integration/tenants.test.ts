import { describe, expect, it } from 'vitest';
import { PATCH as changeTenant, GET as getTenant } from '@/app/api/platform/tenants/[id]/route';
import { GET as listTenants, POST as onboardTenant } from '@/app/api/platform/tenants/route';
import { testDatabase } from '@/tests/support/database/database';
import {
  createAdmin,
  createClient,
  createClientUser,
  createProject,
  createSuperAdmin,
  createTenant,
} from '@/tests/support/factories/identity';
import { mark } from '@/tests/support/factories/rows';
import { call } from '@/tests/support/http/api';
import { tokenFor } from '@/tests/support/identity/sign-in';

const { owner } = await testDatabase();
const operator = await createSuperAdmin(owner);
const token = await tokenFor(owner, operator.email);

function wish(more: object = {}) {
  const id = mark();
  return { name: `Juniper ${id}`, admin_name: 'Ada Juniper', admin_email: `ada-${id}@juniper.example`, ...more };
}

const firstClient = (id = mark()) => ({
  client_name: 'Moss family',
  client_user_name: 'Nia Moss',
  client_user_email: `nia-${id}@moss.example`,
  project_name: 'Loft conversion',
});

const onboard = (more: object = {}) => call(onboardTenant, { token, body: wish(more) });

async function count(table: string): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(`select count(*)::int from ${table}`);
  return rows[0]?.count ?? -1;
}

describe('room for files', () => {
  it('is 10 GB until the operator gives more, or less', async () => {
    const { body } = await onboard();
    expect(body.data.storage_quota_bytes).toBe(10_000_000_000);
    const set = (bytes: unknown) =>
      call(changeTenant, {
        token,
        params: { id: body.data.id },
        method: 'PATCH',
        body: { storage_quota_bytes: bytes },
      });
    for (const bytes of [25_000_000_000, 0]) expect((await set(bytes)).body.data.storage_quota_bytes).toBe(bytes);
    for (const bytes of [-1, 1.5, '10', null, 2e15])
      expect((await set(bytes)).body.errors.storage_quota_bytes).toHaveLength(1);
  });
});

describe('onboarding a business', () => {
  it('makes it with its first admin, who is invited once', async () => {
    const { status, body } = await onboard({ currency: 'gbp', time_zone: 'Europe/London', locale: 'de' });
    expect(status).toBe(201);
    expect(body.data).toMatchObject({ status: 'active', currency: 'GBP', time_zone: 'Europe/London', locale: 'de' });
    expect(body.data.users).toMatchObject([{ user_type: 'admin', name: 'Ada Juniper', is_active: true }]);
    expect(body.data.invitations).toMatchObject([
      { name: 'Ada Juniper', url: expect.stringContaining('/invitation/') },
    ]);
    const read = await call(getTenant, { token, params: { id: body.data.id } });
    expect(read.body.data.invitations).toBeUndefined();
  });

  it('with a first client, its person with portal access, and a project of which they are the contact', async () => {
    const { status, body } = await onboard(firstClient());
    expect(status).toBe(201);
    expect(body.data.usage).toMatchObject({ users: 2, clients: 1, projects: 1 });
    expect(body.data.invitations).toHaveLength(2);
    const { rows } = await owner.query(
      `select u.client_portal_enabled, c.name as client, p.name as project from users u join clients c on c.id = u.client_id
       join projects p on p.client_user_id = u.id where u.tenant_id = $1`,
      [body.data.id],
    );
    expect(rows).toEqual([{ client_portal_enabled: true, client: 'Moss family', project: 'Loft conversion' }]);
  });

  it('a first client is all or nothing: what is missing is named, and nothing is made', async () => {
    const before = await count('tenants');
    const { status, body } = await onboard({ client_name: 'Moss family' });
    expect(status).toBe(422);
    expect(Object.keys(body.errors).sort()).toEqual(['client_user_email', 'client_user_name']);
    expect(await count('tenants')).toBe(before);
  });

  it.each(['admin_email', 'client_user_email'])('an e-mail with an account elsewhere is free in %s', async (field) => {
    const { status } = await onboard({ ...firstClient(), [field]: operator.email.toUpperCase() });
    expect(status).toBe(201);
    const { rows } = await owner.query(`select user_type, tenant_id from users where email = $1 order by created_at`, [
      operator.email,
    ]);
    expect(rows[0]).toEqual({ user_type: 'super_admin', tenant_id: null });
    expect(rows.length).toBeGreaterThan(1);
  });

  it('the same e-mail for both people is reported on its field, and nothing is stored', async () => {
    const before = [await count('tenants'), await count('users'), await count('clients')];
    const email = `${mark()}@juniper.example`;
    const { status, body } = await onboard({ ...firstClient(), admin_email: email, client_user_email: email });
    expect([status, body.errors]).toEqual([
      422,
      { client_user_email: ['Someone else already uses this e-mail address.'] },
    ]);
    expect([await count('tenants'), await count('users'), await count('clients')]).toEqual(before);
  });

  it('an address that is taken is refused when asked for, and numbered on when made from the name', async () => {
    const slug = `s-${mark()}`;
    expect((await onboard({ slug })).status).toBe(201);
    expect((await onboard({ slug })).body.errors).toEqual({ slug: ['Another business already uses this address.'] });
    expect((await onboard({ name: slug })).body.data.slug).toBe(`${slug}-2`);
  });

  it.each([
    ['currency', 'XYZ1'],
    ['time_zone', 'Mars/Olympus'],
    ['locale', 'tlh'],
    ['slug', 'not a slug'],
    ['admin_email', 'nobody'],
    ['surprise', 'x'],
  ])('a wrong %s is reported on its field', async (field, value) => {
    const { status, body } = await onboard({ [field]: value });
    expect([status, Object.keys(body.errors)]).toEqual([422, [field]]);
  });
});

describe('suspending a business', () => {
  it('locks its people out on the next request, and resuming lets them in again', async () => {
    const tenant = await createTenant(owner);
    const admin = await createAdmin(owner, tenant);
    const theirs = await tokenFor(owner, admin.email);
    const { GET: me } = await import('@/app/api/me/route');
    const change = (status: string) =>
      call(changeTenant, { token, params: { id: tenant.id }, body: { status }, method: 'PATCH' });

    expect((await call(me, { token: theirs })).status).toBe(200);
    expect((await change('suspended')).body.data).toMatchObject({ status: 'suspended' });
    expect((await call(me, { token: theirs })).status).toBe(403);
    expect((await change('suspended')).status).toBe(409);
    expect((await change('active')).body.data).toMatchObject({ status: 'active', suspended_at: null });
    expect((await call(me, { token: theirs })).status).toBe(200);
  });

  it('leaves a line in the trail of the platform, in the operator’s name', async () => {
    const tenant = await createTenant(owner);
    await call(changeTenant, { token, params: { id: tenant.id }, body: { status: 'suspended' }, method: 'PATCH' });
    const { rows } = await owner.query('select action, actor_id, tenant_id from audit_entries where record_id = $1', [
      tenant.id,
    ]);
    expect(rows).toEqual([{ action: 'tenant.suspended', actor_id: operator.id, tenant_id: null }]);
  });
});

describe('what the platform sees', () => {
  it('is counts of a business’s records and nothing of them', async () => {
    const tenant = await createTenant(owner);
    const client = await createClient(owner, tenant);
    await createClientUser(owner, client);
    await createProject(owner, client, { name: 'A secret garden' });
    const { body } = await call(getTenant, { token, params: { id: tenant.id } });
    expect(body.data.usage).toEqual({ users: 1, clients: 1, projects: 1, documents: 0, photos: 0, stored_bytes: 0 });
    expect(JSON.stringify(body)).not.toContain('A secret garden');
  });

  it('is found by name and status, and paged without a gap', async () => {
    const name = `Paged ${mark()}`;
    for (let index = 0; index < 3; index++) await createTenant(owner, { name });
    const search = `search=${encodeURIComponent(name.toUpperCase())}`;
    const first = await call(listTenants, { token, query: `?${search}&limit=2` });
    const second = await call(listTenants, { token, query: `?${search}&limit=2&cursor=${first.body.next_cursor}` });
    expect([first.body.data.length, second.body.data.length, second.body.next_cursor]).toEqual([2, 1, null]);
    expect((await call(listTenants, { token, query: `?${search}&status=suspended` })).body.data).toEqual([]);
  });

  it('a search means its very characters, wildcards included', async () => {
    const name = `100 % ${mark()}`;
    await createTenant(owner, { name });
    const found = (search: string) => call(listTenants, { token, query: `?search=${encodeURIComponent(search)}` });
    expect((await found(name)).body.data).toHaveLength(1);
    expect((await found(name.replace('%', '_'))).body.data).toEqual([]);
    expect((await found(`%${mark()}`)).body.data).toEqual([]);
  });

  it('is for the platform operator alone', async () => {
    const tenant = await createTenant(owner);
    const admin = await tokenFor(owner, (await createAdmin(owner, tenant)).email);
    expect((await call(listTenants, { token: admin })).status).toBe(403);
    expect((await call(onboardTenant, { token: admin, body: wish() })).status).toBe(403);
    expect((await call(getTenant, { token: admin, params: { id: tenant.id } })).status).toBe(403);
    expect((await call(listTenants)).status).toBe(401);
  });

  it.each(['not-an-id', '01890000-0000-7000-8000-000000000000'])('nothing under the id %s', async (id) => {
    expect((await call(getTenant, { token, params: { id } })).status).toBe(404);
    expect((await call(changeTenant, { token, params: { id }, body: { name: 'X' }, method: 'PATCH' })).status).toBe(
      404,
    );
  });
});
