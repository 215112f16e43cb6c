import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { deploy } from '@/lib/db/migrations';
import { actingAs, attempt, undone } from '@/tests/integration/wall/acting-as';
import { testDatabase } from '@/tests/support/database/database';
import {
  createAdmin,
  createClient,
  createProject,
  createSignIn,
  createStaff,
  createTenant,
} from '@/tests/support/factories/identity';
import { createInvoice } from '@/tests/support/factories/money';
import {
  createDocument,
  createDocumentType,
  createDocumentVersion,
  createStoredFile,
} from '@/tests/support/factories/records';
import { type Kind, roleOf } from '@/tests/support/wall/subject';

const { owner, ownerUrl } = await testDatabase();
// A clone copies the template's tables, but not its privileges on the database itself.
await deploy(ownerUrl);
const tenant = await createTenant(owner);
const [admin, staff, newcomer] = [
  await createAdmin(owner, tenant),
  await createStaff(owner, tenant),
  await createStaff(owner, tenant),
];
await createSignIn(owner, admin);
await createSignIn(owner, staff);
const client = await createClient(owner, tenant);
const document = await createDocument(
  owner,
  await createProject(owner, client),
  await createDocumentType(owner, tenant),
);
const version = await createDocumentVersion(owner, document, staff);

const subject = (kind: Kind, userId: string | null) => ({ kind, userId, clientId: null, tenantId: tenant.id });
const refused = { done: false, refused: true };

describe('names come from tables that the caller cannot replace', () => {
  test('every function has a fixed search path', async () => {
    const { rows } = await owner.query(
      `select proname from pg_proc where pronamespace = 'public'::regnamespace
       and not coalesce('search_path=public, pg_temp' = any(proconfig), false)`,
    );
    expect(rows).toEqual([]);
  });

  test('no role makes temporary tables or large objects', async () => {
    const { rows } = await owner.query(
      `select rolname from pg_roles where rolname = any($1) and (has_database_privilege(oid, current_database(), 'temp')
         or exists (select from pg_proc p where proname ~ '^(lo_|loread$|lowrite$)' and pronamespace = 'pg_catalog'::regnamespace
           and has_function_privilege(pg_roles.oid, p.oid, 'execute')))`,
      [Object.values(roleOf)],
    );
    expect(rows).toEqual([]);
  });
});

describe('the database signs new rows', () => {
  const sql = `insert into document_transitions (id, tenant_id, client_id, document_id, from_status, to_status, actor_id, actor_name, created_at)
    values ($1, $2, $3, $4, 'draft', 'pending', $5, 'Somebody Else', '2020-01-01Z') returning actor_name, created_at`;
  const add = (person: { id: string }) =>
    undone(owner, () =>
      actingAs(owner, subject('staff', person.id), () =>
        attempt(owner, sql, [uuidv7(), tenant.id, client.id, document.id, person.id]),
      ),
    );

  test('with the name of the actor and the present time', async () => {
    const outcome = await add(staff);
    expect(outcome).toMatchObject({ done: true, rows: [{ actor_name: staff.name }] });
    expect(outcome.done && Number(outcome.rows[0]?.created_at) > Date.now() - 60_000).toBe(true);
  });

  test('but keeps the dates of imported history, whose people have neither session nor token', async () => {
    expect(await add(newcomer)).toMatchObject({
      done: true,
      rows: [{ actor_name: newcomer.name, created_at: new Date('2020-01-01T00:00:00Z') }],
    });
  });

  test.each(['admin', 'login'] as const)('in the audit trail too, as %s', async (kind) => {
    const line = await undone(owner, async () => {
      const id = uuidv7();
      await owner.query(
        `select set_config('role', $1, true), set_config('app.user_id', $2, true), set_config('app.tenant_id', $3, true)`,
        kind === 'admin' ? [roleOf.admin, admin.id, tenant.id] : [roleOf.login, '', ''],
      );
      await owner.query(
        `insert into audit_entries (id, tenant_id, action, actor_id, actor_name, actor_type, created_at)
         values ($1, $2, 'client.create', $3, 'Somebody Else', 'super_admin', '2020-01-01')`,
        [id, tenant.id, admin.id],
      );
      await owner.query('reset role');
      const { rows } = await owner.query(
        `select actor_name, actor_type, created_at > now() - interval '1 minute' as recent from audit_entries where id = $1`,
        [id],
      );
      return rows[0];
    });
    expect(line).toEqual({ actor_name: admin.name, actor_type: 'admin', recent: true });
  });

  test('and an admin uploads no version in the name of another', async () => {
    const file = await createStoredFile(owner, { tenantId: tenant.id });
    const upload = (uploader: string) =>
      undone(owner, () =>
        actingAs(owner, subject('admin', admin.id), () =>
          attempt(
            owner,
            `insert into document_versions (id, tenant_id, client_id, document_id, number, file_id, uploaded_by_id, uploaded_by_name)
             values ($1, $2, $3, $4, 2, $5, $6, '')`,
            [uuidv7(), tenant.id, client.id, version.documentId, file.id, uploader],
          ),
        ),
      );
    expect(await upload(staff.id)).toMatchObject(refused);
    expect(await upload(admin.id)).toMatchObject({ done: true });
  });
});

describe('what was promised stays', () => {
  test.each([
    ['its total', 'net_minor = 1, total_minor = 1', refused],
    ['its due date', "due_on = '2030-01-01'", refused],
    ['its status, back to draft', "status = 'draft', number = null, series = null, sequence = null", refused],
    ['what is paid of it', 'paid_minor = 5', { done: true, count: 1 }],
    ['its status, to void', "status = 'void', voided_at = now(), voided_minor = total_minor", { done: true, count: 1 }],
  ])('of an issued invoice, an admin changes %s', async (_, change, expected) => {
    const { id } = await createInvoice(owner, client, { status: 'issued' });
    const outcome = await undone(owner, () =>
      actingAs(owner, subject('admin', admin.id), () =>
        attempt(owner, `update invoices set ${change} where id = $1`, [id]),
      ),
    );
    expect(outcome).toMatchObject(expected);
  });

  test('a link ends earlier, never later', async () => {
    const move = (by: string) =>
      undone(owner, () =>
        actingAs(owner, subject('admin', admin.id), () =>
          attempt(
            owner,
            `update user_links set expires_at = expires_at + $1::interval 
             where id = (select min(id::text)::uuid from user_links where user_id = $2)`,
            [by, staff.id],
          ),
        ),
      );
    expect(await move('1 second')).toMatchObject(refused);
    expect(await move('-1 second')).toMatchObject({ done: true, count: 1 });
  });
});

describe('a stored file', () => {
  const insert = (size: number, key = randomBytes(16).toString('hex')) =>
    undone(owner, () =>
      actingAs(owner, subject('staff', staff.id), () =>
        attempt(
          owner,
          `insert into stored_files (id, tenant_id, storage_key, file_name, content_type, byte_size, sha256)
           values ($1, $2, $3, 'plan.pdf', 'application/pdf', $4, decode(repeat('00', 32), 'hex'))`,
          [uuidv7(), tenant.id, key, size],
        ),
      ),
    );

  test('fits the quota, whoever inserts its row', async () => {
    await owner.query(
      `update tenants set storage_quota_bytes = 1000 + (select sum(byte_size) from stored_files where tenant_id = $1) where id = $1`,
      [tenant.id],
    );
    expect(await insert(1001)).toMatchObject({ done: false, code: '23514' });
    expect(await insert(1000)).toMatchObject({ done: true });
  });

  test.each(['ab/../../../secret', '', 'A'.repeat(32), `${'a'.repeat(32)}\n`])('has no key %j', async (key) => {
    expect(await insert(1, key)).toMatchObject({ done: false, code: '23514' });
  });
});
