import { describe, expect, test } from 'vitest';
import { undone } from '@/tests/integration/wall/acting-as';
import { everyKey } from '@/tests/integration/wall/keys';
import { testDatabase } from '@/tests/support/database/database';
import {
  createAdmin,
  createClient,
  createPhase,
  createProject,
  createTenant,
} from '@/tests/support/factories/identity';
import { createAuditEntry, createLedgerEntry } from '@/tests/support/factories/money';
import { kinds, roleOf } from '@/tests/support/wall/subject';

const { owner } = await testDatabase();
const tenant = await createTenant(owner);
const admin = await createAdmin(owner, tenant);
const client = await createClient(owner, tenant);
await createLedgerEntry(owner, client, admin);
await createAuditEntry(owner, admin);
const project = await createProject(owner, client, { status: 'active' });
await createPhase(owner, project, { plannedEndOn: '2026-06-01' });

const tables = ['ledger_entries', 'audit_entries', 'phase_date_changes'] as const;
type Table = (typeof tables)[number];

const actions: [action: string, sql: (table: Table) => string][] = [
  ['an update', (table) => `update ${table} set created_at = now()`],
  ['an update that meets no row', (table) => `update ${table} set created_at = now() where false`],
  ['a delete', (table) => `delete from ${table}`],
  ['a delete inside a query', (table) => `with gone as (delete from ${table} returning id) select count(*) from gone`],
  ['a truncate', (table) => `truncate ${table}`],
  ['a truncate that cascades', (table) => `truncate ${table} cascade`],
  [
    'an insert that updates on conflict',
    (table) => `insert into ${table} select * from ${table} on conflict (id) do update set created_at = now()`,
  ],
  [
    'a merge that updates',
    (table) => `merge into ${table} t using ${table} s on s.id = t.id when matched then update set created_at = now()`,
  ],
  ['a merge that deletes', (table) => `merge into ${table} t using ${table} s on s.id = t.id when matched then delete`],
];

/** SQL that gives a role every right and policy, so that only the triggers can refuse. */
const wouldBe = (role: string) => `
  grant all on ledger_entries, audit_entries, phase_date_changes to ${role};
  create policy open_ledger on ledger_entries to ${role} using (true);
  create policy open_trail on audit_entries to ${role} using (true);
  create policy open_history on phase_date_changes to ${role} using (true);
  set local role ${role}`;

const everybody: [actor: string, become: string][] = [
  ['the superuser', 'select'],
  ['a superuser who replicates', 'set local session_replication_role = replica'],
  [
    'the owner of the tables',
    `create role landlord; grant all on schema public to landlord; alter table ledger_entries owner to landlord;
     alter table audit_entries owner to landlord; alter table phase_date_changes owner to landlord;
     alter table ledger_entries no force row level security; set local role landlord`,
  ],
  ...kinds.map((kind): [string, string] => [`${roleOf[kind]}, were it granted everything`, wouldBe(roleOf[kind])]),
];

/** The error code that the triggers raise. */
const restrictViolation = '23001';

async function codeOf(become: string, sql: string): Promise<string> {
  return undone(owner, async () => {
    await owner.query(become);
    return owner.query(sql).then(
      () => 'done',
      (error: { code?: string }) => String(error.code),
    );
  });
}

describe.each(everybody)(
  '%s cannot change what the ledger, the audit trail and the history of dates say:',
  (_, become) => {
    test.each(actions)('%s is refused', async (__, sql) => {
      for (const table of tables) expect(await codeOf(become, sql(table))).toBe(restrictViolation);
    });
  },
);

describe('the ledger is not emptied through another table', () => {
  test.each(['select', 'set local session_replication_role = replica'])(
    'by a truncate that cascades (%s)',
    async (become) => {
      const parents = (await everyKey(owner))
        .filter(({ child }) => child === 'ledger_entries')
        .map(({ parent }) => parent);
      expect(parents).toContain('clients');
      for (const parent of [...new Set(parents), 'tenants'])
        expect(await codeOf(become, `truncate ${parent} cascade`)).toBe(restrictViolation);
    },
  );

  test('nor does removing the client take its account along', async () => {
    expect(await codeOf('select', `delete from clients where id = '${client.id}'`)).toMatch(/^23(001|503)$/);
  });
});

test('lines can still be added, by everybody above who may', async () => {
  await undone(owner, async () => {
    await owner.query('set local session_replication_role = replica');
    await createLedgerEntry(owner, client, admin);
    await createAuditEntry(owner, admin);
    const { rows } = await owner.query('select count(*)::int as count from ledger_entries where party_id = $1', [
      client.id,
    ]);
    expect(rows).toEqual([{ count: 2 }]);
  });
});
