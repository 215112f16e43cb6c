import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { GET as readOne } from '@/app/api/admin/users/[id]/route';
import { POST } from '@/app/api/admin/users/route';
import { signInWithPassword } from '@/lib/auth/sign-in';
import { testDatabase } from '@/tests/support/database/database';
import { auditOf, createTestTenant } from '@/tests/support/fixtures/tenant';
import { call } from '@/tests/support/http/api';
import { freshOrigin } from '@/tests/support/identity/account';

const { owner } = await testDatabase();
const { admin, addClient, addPerson } = await createTestTenant(owner);
const elsewhere = await createTestTenant(owner);
const okafor = await addClient('Okafor residence');

const freshEmail = () => `new-${uuidv7().slice(-12)}@example.com`;
const create = (body: object) => call(POST, { token: admin.token, body });
const person = (more: object = {}) => ({ user_type: 'client', name: 'Jane Okafor', email: freshEmail(), ...more });

describe('how a new person gets in', () => {
  it('by a first password that came with them', async () => {
    const password = 'lantern over water';
    const body = person({ client_portal_enabled: true, client_id: okafor, password });
    const created = await create(body);
    expect(created.status).toBe(201);
    expect(JSON.stringify(created.body)).not.toContain('lantern');
    const { claims } = await signInWithPassword({ email: body.email, password }, freshOrigin());
    expect(claims.userType).toBe('client');
    const { rows } = await owner.query('select detail from audit_entries where record_id = $1', [created.body.data.id]);
    expect(JSON.stringify(rows)).not.toContain('lantern');
  });

  it('by a link that is answered once and kept as a hash', async () => {
    const { body } = await create(person({ invite: true }));
    expect(body.data.invitation_url).toMatch(/\/invitation\/[\w-]{43}$/);
    expect((await call(readOne, { token: admin.token, params: { id: body.data.id } })).body.data).not.toHaveProperty(
      'invitation_url',
    );
    const actions = (await auditOf(owner, body.data.id)).map(({ action }) => action);
    expect(actions).toEqual(['user.created', 'user.link_created']);
  });

  it('not at all while they are not active, and then nobody is created', async () => {
    const body = person({ invite: true, is_active: false });
    expect((await create(body)).status).toBe(409);
    const { rowCount } = await owner.query('select from users where email = $1', [body.email]);
    expect(rowCount).toBe(0);
  });

  it('an admin can give a first password and nothing more: no reading, no second one', async () => {
    const jane = await addPerson('client', okafor);
    const asAdmin = async (sql: string, values: unknown[]) => {
      await owner.query('begin');
      try {
        await owner.query(
          `select set_config('role', 'oriel_admin', true), set_config('app.user_id', $1::text, true),
            set_config('app.tenant_id', tenant_id::text, true) from users where id = $1::uuid`,
          [admin.id],
        );
        return await owner.query(sql, values).then(
          () => 'done',
          ({ message }: Error) => message,
        );
      } finally {
        await owner.query('rollback');
      }
    };
    const insert = `insert into credentials (user_id, password_hash) values ($1, 'x')`;
    expect(await asAdmin(insert, [jane.id])).toBe('done');
    for (const id of [elsewhere.staff.id, admin.id])
      expect(await asAdmin(insert, [id])).toMatch('violates row-level security');
    await owner.query(insert, [jane.id]);
    expect(await asAdmin(insert, [jane.id])).toMatch('duplicate key');
    expect(await asAdmin('select password_hash from credentials', [])).toMatch('permission denied');
    expect(await asAdmin('select * from credentials', [])).toMatch('permission denied');
    expect(await asAdmin('update credentials set password_hash = $1', ['y'])).toMatch('permission denied');
  });
});
