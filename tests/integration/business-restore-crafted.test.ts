import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ZipFile } from 'yazl';
import { createDatabase, testDatabase } from '@/tests/support/database/database';
import { rezipped } from '@/tests/support/files/rezipped';
import { testStorage } from '@/tests/support/files/storage';
import { unzipped } from '@/tests/support/files/unzipped';
import { archiveAt, businessExportsOf } from '@/tests/support/fixtures/business-exports';
import { exportBusiness } from '@/tests/support/fixtures/exports';

const { owner } = await testDatabase();
const { folder, stored, spooled } = await testStorage();
const fixture = await exportBusiness(owner);
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

const anyFile = [...good.keys()].find((path) => path.startsWith('files/')) ?? '';
const printed: string[] = [];

/** What a restore says of an archive that it does not take; it must leave no file and no business. */
async function refusal(bytes: Buffer): Promise<string> {
  const { restoreBusiness } = await import('@/scripts/restore/restore');
  const path = await archiveAt(folder, bytes, 'crafted.zip');
  const error = await restoreBusiness(path, target.ownerUrl, (line) => printed.push(line)).catch((e: unknown) => e);
  const left = await there.query('select from tenants');
  expect([left.rowCount, await stored(), await spooled()]).toEqual([0, [], []]);
  return error instanceof Error ? error.message : 'restored';
}

type Row = Record<string, unknown>;
const rowsIn = (table: string): Row[] =>
  (good.get(`tables/${table}.ndjson`)?.toString() ?? '')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** The archive with a change to the first row of a table, and fingerprints that agree. */
function withRow(table: string, change: Row): Promise<Buffer> {
  const [first, ...others] = rowsIn(table);
  const rows = [{ ...first, ...change }, ...others].map((row) => `${JSON.stringify(row)}\n`);
  const files = new Map(good).set(`tables/${table}.ndjson`, Buffer.from(rows.join('')));
  files.delete('SHA256SUMS');
  return rezipped(files);
}

/** The archive with other bytes in the place of a file, whose entry has this mode, and fingerprints that agree. */
function withFile(content: Buffer, mode = 0o100644): Promise<Buffer> {
  const zip = new ZipFile();
  const sums: string[] = [];
  for (const [path, bytes] of good) {
    if (path === 'SHA256SUMS') continue;
    const own = path === anyFile ? content : bytes;
    zip.addBuffer(own, path, path === anyFile ? { mode } : {});
    sums.push(`${createHash('sha256').update(own).digest('hex')}  ${path}\n`);
  }
  zip.addBuffer(Buffer.from(sums.join('')), 'SHA256SUMS');
  zip.end();
  return buffer(zip.outputStream);
}

describe('an archive whose fingerprints were written anew is refused where', () => {
  it('a file has other bytes than its row says', async () => {
    expect(await refusal(await withFile(Buffer.from('x')))).toMatch(/is not the file that its row/);
    const other = `\\x${'00'.repeat(32)}`;
    expect(await refusal(await withRow('stored_files', { sha256: other }))).toMatch(/is not the file that its row/);
  });

  it('a symbolic link stands in the place of a file', async () => {
    expect(await refusal(await withFile(Buffer.from('/etc/passwd'), 0o120777))).toMatch(/is not the file that its row/);
  });

  it('a person has the id of somebody who is there', async () => {
    await there.query(
      `insert into users (id, user_type, email, name, updated_at) values ($1, 'super_admin', 'op@example.com', 'Op', now())`,
      [rowsIn('users')[0]?.id],
    );
    expect(await refusal(await rezipped(good))).toMatch(/PostgreSQL refuses the rows/);
    expect((await there.query('delete from users')).rowCount).toBe(1);
  });
});

it('what an archive says moves no cursor of the operator’s terminal', async () => {
  const about = JSON.parse(good.get('tenant.json')?.toString() ?? '');
  const name = 'Evil\u001b[2J\u009b1A';
  const files = new Map(good).set(
    'tenant.json',
    Buffer.from(JSON.stringify({ ...about, tenant: { ...about.tenant, name } })),
  );
  files.delete('SHA256SUMS');
  files.set(anyFile, Buffer.from('x'));
  await refusal(await rezipped(files));
  const old = new Map(good).set('tenant.json', Buffer.from(JSON.stringify({ ...about, lastMigration: name })));
  old.delete('SHA256SUMS');
  const told = await refusal(await rezipped(old));
  expect(printed.join()).toContain('Evil');
  for (const text of [told, ...printed]) expect(text).not.toMatch(/\p{Cc}/u);
});
