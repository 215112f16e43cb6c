import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createDatabase, testDatabase } from '@/tests/support/database/database';
import { rezipped } from '@/tests/support/files/rezipped';
import { testStorage } from '@/tests/support/files/storage';
import { unzipped } from '@/tests/support/files/unzipped';
import { archiveAt, businessExportsOf, guardsOf } from '@/tests/support/fixtures/business-exports';
import { exportBusiness } from '@/tests/support/fixtures/exports';
import { invoicesOf, line } from '@/tests/support/fixtures/invoices';

const { owner } = await testDatabase();
const { folder, stored, spooled } = await testStorage();
const fixture = await exportBusiness(owner);
await invoicesOf(fixture.admin.token).issued({ client_id: fixture.clientId, lines: [line()] });
const good = await unzipped(await businessExportsOf(fixture.admin.token).taken());
// The business leaves the storage, so that whatever a restore stores is seen.
const { store } = await import('@/lib/storage/store');
for (const path of await stored()) await store().remove(path.split('/').at(-1) ?? '');

const target = await createDatabase(inject('templateUrl'));
const there = new pg.Client({ connectionString: target.ownerUrl });
beforeAll(() => there.connect());
afterAll(async () => {
  await there.end();
  await target.drop();
});

type Files = Map<string, Buffer>;

/** What a restore of the changed archive says; it must leave neither rows nor files. */
async function refusal(change: (files: Files) => void, sums = true): Promise<string> {
  const files = new Map(good);
  change(files);
  if (sums) files.delete('SHA256SUMS');
  return refused(await rezipped(files));
}

async function refused(bytes: Buffer): Promise<string> {
  const { restoreBusiness } = await import('@/scripts/restore/restore');
  const guards = await guardsOf(there);
  const path = await archiveAt(folder, bytes, 'hostile.zip');
  const error = await restoreBusiness(path, target.ownerUrl, () => undefined).catch((thrown: unknown) => thrown);
  const left = await there.query('select from tenants union all select from users union all select from audit_entries');
  expect([left.rowCount, await stored(), await spooled()]).toEqual([0, [], []]);
  expect(await guardsOf(there)).toEqual(guards);
  return error instanceof Error ? error.message : 'restored';
}

const table = (name: string) => `tables/${name}.ndjson`;
const rowsIn = (files: Files, name: string) =>
  (files.get(table(name))?.toString() ?? '')
    .split('\n')
    .filter(Boolean)
    .map((text) => JSON.parse(text));
const setRows = (files: Files, name: string, rows: object[]) => {
  files.set(table(name), Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join('')));
};
const changeRow = (name: string, change: object) => (files: Files) => {
  const [first, ...others] = rowsIn(files, name);
  setRows(files, name, [{ ...first, ...change }, ...others]);
};
type About = { tables: { name: string; rows: number; columns: object[] }[] };
const changeAbout = (change: (about: About) => object) => (files: Files) => {
  const about = JSON.parse(files.get('tenant.json')?.toString() ?? '');
  files.set('tenant.json', Buffer.from(JSON.stringify({ ...about, ...change(about) })));
};
const anyFile = [...good.keys()].find((path) => path.startsWith('files/')) ?? '';
const stranger = '01900000-0000-7000-8000-000000000000';

describe('an archive that was changed is refused by name, and nothing is written', () => {
  it.each<[string, (files: Files) => void, RegExp]>([
    [
      'an unknown entry',
      (files) => files.set('tables/sessions.ndjson', Buffer.from('')),
      /unknown entry: "tables\/sessions/,
    ],
    ['a file of no row', (files) => files.set(`files/${'a'.repeat(32)}/x.pdf`, Buffer.from('x')), /belongs to no row/],
    ['a missing table', (files) => files.delete(table('phases')), /lacks tables\/phases\.ndjson/],
    ['a missing file', (files) => files.delete(anyFile), /lacks "files\//],
    ['another version', changeAbout(() => ({ formatVersion: 2 })), /version 2 of the layout/],
    ['another migration', changeAbout(() => ({ lastMigration: '20200101000000_old' })), /20200101000000_old/],
    [
      'an unknown table',
      changeAbout(({ tables }) => ({ tables: [...tables, { name: 'sessions', rows: 0, columns: [] }] })),
      /unknown table: "sessions"/,
    ],
    [
      'a row too few',
      (files) => setRows(files, 'projects', rowsIn(files, 'projects').slice(1)),
      /projects\.ndjson has \d+ rows and not/,
    ],
    [
      'an unknown column',
      changeRow('users', { password_hash: 'x' }),
      /users\.ndjson, line 1: unknown column "password_hash"/,
    ],
    [
      'a row of another business',
      changeRow('clients', { tenant_id: stranger }),
      /clients\.ndjson, line 1: a row of another business/,
    ],
    [
      'a row of no business',
      changeRow('audit_entries', { tenant_id: null }),
      /audit_entries\.ndjson, line 1: a row of another business/,
    ],
    [
      'an operator',
      changeRow('users', { user_type: 'super_admin' }),
      /users\.ndjson, line 1: an operator of the platform/,
    ],
    [
      'a key that is a path',
      changeRow('stored_files', { storage_key: '../../etc/passwd' }),
      /stored_files\.ndjson, line 1: no storage key/,
    ],
    [
      'a changed amount of the ledger',
      changeRow('ledger_entries', { credit_minor: 1, debit_minor: 0 }),
      /ledger|account|violates/i,
    ],
    ['a changed line of the trail', changeRow('audit_entries', { actor_name: 'Nobody' }), /audit trail does not hold/],
    [
      'a line less of the trail',
      (files) => {
        const links = rowsIn(files, 'audit_links').sort((one, other) => one.position - other.position);
        setRows(files, 'audit_links', links.slice(0, -1));
        changeAbout((about) => ({
          tables: about.tables.map((one) => (one.name === 'audit_links' ? { ...one, rows: one.rows - 1 } : one)),
        }))(files);
      },
      /audit trail does not end/,
    ],
    ['a row that refers to nothing', changeRow('projects', { client_id: stranger }), /foreign key|violates/i],
  ])('%s', async (_, change, message) => {
    expect(await refusal(change)).toMatch(message);
  });

  it('a changed byte, which the list of fingerprints does not know', async () => {
    const given = await refusal((files) => {
      const bytes = Buffer.from(files.get(anyFile) ?? '');
      bytes.writeUInt8(bytes.readUInt8(5) ^ 1, 5);
      files.set(anyFile, bytes);
    }, false);
    expect(given).toMatch(/was changed/);
    expect(given).toContain(anyFile.slice(6, 38));
  });

  it('a path that leads outside', async () => {
    const name = `files/${'a'.repeat(32)}/evil.pdf`;
    const files = new Map(good).set(name, Buffer.from('x'));
    files.delete('SHA256SUMS');
    const bytes = Buffer.from(
      (await rezipped(files))
        .toString('latin1')
        .replaceAll(name, `../${'../'.repeat(12)}evil.pdf`.slice(0, name.length).padEnd(name.length, 'f')),
      'latin1',
    );
    expect(await refused(bytes)).toMatch(/invalid relative path/);
  });

  it('what is no archive at all', async () => {
    expect(await refused(Buffer.from('Not a ZIP'))).toMatch(/cannot be read as a ZIP/);
  });
});

describe('the archive as it was made', () => {
  const key = anyFile.slice(6, 38);
  const put = async (bytes: Buffer) => {
    const path = await archiveAt(folder, bytes, 'one.bin');
    await store().put(key, { path, byteSize: bytes.length, contentType: 'application/pdf' });
  };

  it('is refused where the storage has another file under one of its keys, which stays', async () => {
    const { restoreBusiness } = await import('@/scripts/restore/restore');
    await put(Buffer.from('another'));
    const path = await archiveAt(folder, await rezipped(good), 'good.zip');
    await expect(restoreBusiness(path, target.ownerUrl, () => undefined)).rejects.toThrow(/another file under the key/);
    expect((await stored()).map((file) => file.split('/').at(-1))).toEqual([key]);
  });

  it('is taken, also after a restore that was killed when it had stored a file', async () => {
    const { restoreBusiness } = await import('@/scripts/restore/restore');
    await put(good.get(anyFile) ?? Buffer.alloc(0));
    const path = await archiveAt(folder, await rezipped(good), 'good.zip');
    // The line of the trail goes to the database of this process, where the business is as well.
    await restoreBusiness(path, target.ownerUrl, () => undefined);
    expect((await there.query('select id from tenants')).rows).toEqual([{ id: fixture.id }]);
    expect((await stored()).length).toBe([...good.keys()].filter((name) => name.startsWith('files/')).length);
  });
});
