import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { GET as trail } from '@/app/api/admin/audit/route';
import { GET as clients } from '@/app/api/admin/clients/route';
import { GET as teamInvoices } from '@/app/api/admin/invoices/route';
import { GET as people } from '@/app/api/admin/users/route';
import { GET as dashboard } from '@/app/api/client/dashboard/route';
import { GET as documents } from '@/app/api/client/documents/route';
import { GET as gallery } from '@/app/api/client/gallery/route';
import { GET as invoices } from '@/app/api/client/invoices/route';
import { GET as ledger } from '@/app/api/client/ledger/route';
import { GET as notifications } from '@/app/api/client/notifications/route';
import { GET as projects } from '@/app/api/client/projects/route';
import { GET as search } from '@/app/api/client/search/route';
import { GET as support } from '@/app/api/client/support/route';
import { GET as hours } from '@/app/api/client/time-entries/route';
import type { RouteHandler } from '@/lib/doors/facts';
import { leftOutTables, takenTables } from '@/lib/exports/business/format';
import { createDatabase, testDatabase } from '@/tests/support/database/database';
import { testSecret } from '@/tests/support/database/global-setup';
import { testStorage } from '@/tests/support/files/storage';
import { unzipped, wrongSums } from '@/tests/support/files/unzipped';
import {
  archiveAt,
  businessExportsOf,
  guardsOf,
  rowsOfTenant,
  storedUnder,
  tablesOf,
} from '@/tests/support/fixtures/business-exports';
import { call } from '@/tests/support/http/api';
import { tokenFor } from '@/tests/support/identity/sign-in';
import { seedDemo } from '@/tests/support/processes/demo';
import { runScript } from '@/tests/support/processes/script';

const { owner, appUrl } = await testDatabase();
const { folder } = await testStorage();
await seedDemo(appUrl, { folder });

const routes: [string, RouteHandler, string][] = [
  ...([dashboard, projects, documents, gallery, invoices, ledger, support, hours, notifications] as const).map(
    (route, at): [string, RouteHandler, string] => ['jane@okafor.example', route, at === 0 ? '' : '?limit=100'],
  ),
  ['jane@okafor.example', search, '?q=kitchen'],
  ['admin@harborpine.example', clients, '?limit=100'],
  ['admin@harborpine.example', people, '?limit=100'],
  ['admin@harborpine.example', teamInvoices, '?limit=100'],
];

/** What the two people get from the portal on the database that the process is pointed at. */
async function answers(database: pg.Client): Promise<unknown[]> {
  const tokens = new Map<string, string>();
  for (const email of new Set(routes.map(([email]) => email))) tokens.set(email, await tokenFor(database, email));
  const given: unknown[] = [];
  for (const [email, route, query] of routes) {
    const { status, body } = await call(route, { token: tokens.get(email), query });
    given.push({ status, body });
  }
  return given;
}

const tenantId = (await owner.query(`select id from tenants where name like 'Harbor%'`)).rows[0].id as string;
// The index of the search follows documents, not their files.
await owner.query(
  `with renamed as (update stored_files set file_name = 'Grundriß & Schnitt 図面.pdf' where id = (select file_id from document_versions where tenant_id = $1 limit 1) returning id)
   select from renamed`,
  [tenantId],
);
await owner.query('update documents set title = title where tenant_id = $1', [tenantId]);
// The second time, because the first begins a visit.
await answers(owner);
const expected = await answers(owner);
const token = await tokenFor(owner, 'admin@harborpine.example');
let before = new Map<string, string[]>();
const bytes = await businessExportsOf(token).taken(async () => {
  before = await rowsOfTenant(owner, tenantId);
});
const zip = await archiveAt(folder, bytes);
const target = await createDatabase(inject('templateUrl'));
const elsewhere = await mkdtemp(join(tmpdir(), 'oriel-restored-'));
const restored = new pg.Client({ connectionString: target.ownerUrl });
await restored.connect();
const guards = await guardsOf(restored);
const settings = { DATABASE_URL: target.ownerUrl, ORIEL_DATA_DIR: elsewhere, ORIEL_SECRET: testSecret };
const run = () => runScript('scripts/restore-tenant.ts', [zip], settings);
const outcome = await run();
const after = await rowsOfTenant(restored, tenantId);
afterAll(async () => {
  await restored.end();
  await target.drop();
});

describe('an archive of the demo’s business', () => {
  it('proves itself, and has every stored file by its name', async () => {
    const files = await unzipped(bytes);
    expect(wrongSums(files)).toEqual([]);
    const { rows } = await owner.query<{ storage_key: string; sha256: Buffer }>(
      `select storage_key, sha256 from stored_files where tenant_id = $1 and status = 'stored'`,
      [tenantId],
    );
    const there = [...files].filter(([path]) => path.startsWith('files/'));
    expect(there.length).toBe(rows.length);
    expect(there.some(([path]) => path.endsWith('/Grundriß & Schnitt 図面.pdf'))).toBe(true);
  });

  it('has nothing that opens an account, and nothing of the other business', async () => {
    const files = await unzipped(bytes);
    const all = [...files].map(([path, content]) => (path.startsWith('tables/') ? content.toString() : '')).join('\n');
    const secrets = await owner.query<{ secret: string }>(
      `select password_hash as secret from credentials union all select encode(token_hash, 'hex') from api_tokens
       union all select encode(token_hash, 'hex') from user_links union all select id::text from sessions
       union all select id::text from tenants where id <> $1 union all select id::text from clients where tenant_id <> $1`,
      [tenantId],
    );
    expect(secrets.rows.length).toBeGreaterThan(5);
    expect(secrets.rows.filter(({ secret }) => all.includes(secret))).toEqual([]);
  });
});

describe('restored into an empty installation', () => {
  it('it is told, with proven chains', () => {
    expect(outcome.output).toMatch(/is restored/);
    expect(outcome.output).toMatch(/The ledger holds: [1-9]/);
    expect(outcome.output).toMatch(/The audit trail holds: [1-9]/);
    expect(outcome.code, outcome.output).toBe(0);
  });

  it.each([...takenTables, 'search_entries'])('has the same rows in %s', (table) => {
    const [mine, there] = [before, after].map((rows) =>
      (rows.get(table) ?? []).map((row) => asRestored(table, row)).sort(),
    );
    // The trail has one line more: that of the restore.
    const isTrail = ['audit_entries', 'audit_links'].includes(table);
    if (isTrail) expect(there?.length).toBe((mine?.length ?? 0) + 1);
    expect(isTrail ? there?.filter((row) => mine?.includes(row)) : there).toEqual(mine);
  });

  it('every table is taken or left out with a reason, and what is left out is empty', async () => {
    const tables = await tablesOf(restored);
    const decided = [...takenTables, ...Object.keys(leftOutTables)];
    expect([...decided].sort()).toEqual(tables);
    const made = ['_prisma_migrations', 'search_entries', 'ledger_checks', 'audit_checks'];
    for (const table of Object.keys(leftOutTables).filter((name) => !made.includes(name)))
      expect([table, (await restored.query(`select from ${table}`)).rowCount]).toEqual([table, 0]);
    const compared = [...before].filter(([, rows]) => rows.length > 0);
    expect(compared.length).toBeGreaterThan(40);
  });

  it('it has the same files under the same keys', async () => {
    const [there, here] = [await storedUnder(elsewhere), await storedUnder(folder)];
    const { rows } = await owner.query<{ storage_key: string }>(
      `select storage_key from stored_files where tenant_id = $1 and status = 'stored'`,
      [tenantId],
    );
    expect([...there.keys()].sort()).toEqual(rows.map(({ storage_key: key }) => key).sort());
    for (const [key, sum] of there) expect([key, sum]).toEqual([key, here.get(key)]);
  });

  it('the wall, the triggers and the keys stand as before', async () => {
    expect(await guardsOf(restored)).toEqual(guards);
  });

  it('a second one is refused, and changes nothing', async () => {
    const again = await run();
    expect(again.output).toMatch(/not empty/);
    expect(again.code).toBe(1);
    expect((await storedUnder(elsewhere)).size).toBeGreaterThan(0);
    expect(await rowsOfTenant(restored, tenantId)).toEqual(after);
  });

  it('its people see the same, and admins the same trail', async () => {
    const { prisma } = await import('@/lib/db/client');
    await prisma.$disconnect();
    // The settings are read once per process; the pool that lib/db/client.ts keeps decides which database answers.
    (globalThis as { orielPool?: pg.Pool }).orielPool = new pg.Pool({ connectionString: target.appUrl });
    try {
      const here = await answers(restored);
      for (const [at, answer] of here.entries()) expect(answer).toEqual(expected[at]);
      const admin = await tokenFor(restored, 'admin@harborpine.example');
      const { body } = await call(trail, { token: admin, query: '?limit=5' });
      expect(body.data[0].action).toBe('business_export.restored');
    } finally {
      await prisma.$disconnect();
    }
  });
});

/** A mail has no job any more, and one that waited is kept in the outbox. */
function asRestored(table: string, row: string): string {
  if (table !== 'mails') return row;
  const mail = { ...JSON.parse(row), job: null };
  if (mail.state === 'waiting') Object.assign(mail, { state: 'kept', state_key: 'kept' });
  return JSON.stringify(mail);
}
