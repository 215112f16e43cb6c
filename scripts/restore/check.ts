import { entry, takenTables, trailName } from '@/lib/exports/business/format';
import type { TakenTable } from '@/lib/exports/business/rows';
import { SetupError } from '@/lib/setup-error';
import { checkedBytes, checkedLines, type OpenedArchive } from '@/scripts/restore/archive';

/** A file that is to be stored: its entry, its key, its media type, and its fingerprint in hexadecimal as its row has it. */
export type ArchivedFile = { name: string; storageKey: string; contentType: string; sha256: string };

type Row = Record<string, unknown>;

/**
 * Reads the whole archive and checks every byte against SHA256SUMS and every row: known columns only, all of them, of the one business,
 * and no operator among its people. Returns the files that belong to rows. Throws a SetupError that names what is wrong.
 */
export async function checkBusiness(archive: OpenedArchive): Promise<ArchivedFile[]> {
  const files: ArchivedFile[] = [];
  checkTables(archive);
  for (const table of takenTables) {
    const check = checkOf(archive, table);
    let rows = 0;
    for await (const line of checkedLines(archive, entry.table(table))) {
      rows++;
      const row = check(line, `${entry.table(table)}, line ${rows}`);
      if (hasFile(table, row)) files.push(fileOf(row, `${entry.table(table)}, line ${rows}`));
    }
    const counted = archive.about.tables.find(({ name }) => name === table)?.rows;
    if (rows !== counted) throw new SetupError(`${entry.table(table)} has ${rows} rows and not ${counted}`);
  }
  const there = filesThere(archive, files);
  const named = new Set(there.map(({ name }) => name));
  for (const name of archive.sums.keys()) {
    if (!name.startsWith('files/')) continue;
    if (!named.has(name))
      throw new SetupError(`${JSON.stringify(name)} belongs to no row of ${entry.table('stored_files')}`);
    for await (const _ of checkedBytes(archive, name));
  }
  for await (const _ of checkedBytes(archive, entry.readMe));
  return there;
}

function checkTables({ about }: OpenedArchive): void {
  const names = about.tables.map(({ name }) => name);
  const unknown = names.find((name) => !takenTables.some((table) => table === name));
  if (unknown !== undefined) throw new SetupError(`${entry.about} names an unknown table: ${JSON.stringify(unknown)}`);
  const lacking = takenTables.find((table) => !names.includes(table));
  if (lacking || names.length !== takenTables.length)
    throw new SetupError(`${entry.about} does not name the table ${lacking ?? 'once'}`);
  if (about.tables.find(({ name }) => name === 'tenants')?.rows !== 1)
    throw new SetupError('The archive has not exactly one business');
}

/** The check of the rows of a table. */
function checkOf({ about }: OpenedArchive, table: TakenTable): (line: string, place: string) => Row {
  const columns = about.tables.find(({ name }) => name === table)?.columns.map(({ name }) => name) ?? [];
  const known = new Set(columns);
  const owner = table === 'tenants' ? 'id' : 'tenant_id';
  return (line, place) => {
    const row = rowOf(line, place);
    const unknown = Object.keys(row).find((name) => !known.has(name));
    if (unknown !== undefined) throw new SetupError(`${place}: unknown column ${JSON.stringify(unknown)}`);
    const lacking = columns.find((name) => !Object.hasOwn(row, name));
    if (lacking !== undefined) throw new SetupError(`${place}: the column ${lacking} is missing`);
    if (row[owner] !== about.tenant.id) throw new SetupError(`${place}: a row of another business`);
    if (table === 'users' && row.user_type === 'super_admin')
      throw new SetupError(`${place}: an operator of the platform`);
    return row;
  };
}

function rowOf(line: string, place: string): Row {
  try {
    const row: unknown = JSON.parse(line);
    if (typeof row === 'object' && row !== null && !Array.isArray(row)) return { ...row };
  } catch {
    // Told below.
  }
  throw new SetupError(`${place}: no row in JSON`);
}

/** Whether a row has a file: a stored one, or a sealed part of the audit trail. */
const hasFile = (table: TakenTable, row: Row) =>
  (table === 'stored_files' && row.status === 'stored') || (table === 'audit_archives' && row.sealed_at !== null);

function fileOf(row: Row, place: string): ArchivedFile {
  const { storage_key: storageKey, file_name: name = trailName(row.number) } = row;
  const { content_type: contentType = 'application/octet-stream', sha256 } = row;
  if (typeof storageKey !== 'string' || !/^[0-9a-f]{32}$/.test(storageKey))
    throw new SetupError(`${place}: no storage key`);
  return {
    name: entry.file(storageKey, String(name)),
    ...{ storageKey, contentType: String(contentType), sha256: String(sha256).replace(/^\\x/, '') },
  };
}

/**
 * The files of rows that are in the archive; those that its storage had lost are known by their keys, and those whose bytes were not the
 * stored ones any more.
 */
function filesThere({ about, sums }: OpenedArchive, files: readonly ArchivedFile[]): ArchivedFile[] {
  const [lost, damaged] = [new Set(about.files.missing), new Set(about.files.damaged)];
  return files.filter(({ name, storageKey, sha256 }) => {
    if (lost.has(storageKey)) return false;
    const sum = sums.get(name);
    if (sum === undefined) throw new SetupError(`The archive lacks ${JSON.stringify(name)}`);
    if (sum !== sha256 && !damaged.has(storageKey))
      throw new SetupError(`${JSON.stringify(name)} is not the file that its row names`);
    return true;
  });
}
