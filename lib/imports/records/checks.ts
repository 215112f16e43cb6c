import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { ReadDb, WriteDb } from '@/lib/db/handles';
import type { FieldName } from '@/lib/imports/fields/rule';
import { insertRows, noteRecords, type Referrer, takeBack, updateRows, usesOf } from '@/lib/imports/records/commands';
import { byContent, byId, byName, knownRecords, storedData, type Table } from '@/lib/imports/records/queries';
import {
  type Data,
  type Found,
  type Kind,
  type Pass,
  type Plan,
  type Planned,
  type SourceRow,
  textOf,
} from '@/lib/imports/records/rule';
import type { ImportKind } from '@/lib/imports/rule';

/** The columns of a row: undefined for an empty cell of a column that cannot be empty, or where the row does not name it. */
export type RowData = Record<string, string | number | boolean | null | undefined>;

/** A row of a table as a kind checks it. Null where it has problems, which it has noted. */
export type Checked = { data: RowData; natural: string | null };

export type RecordKind = {
  kind: ImportKind;
  table: Table;
  /** The field that fills each column; null for columns that follow from others. */
  fields: Readonly<Record<string, FieldName | null>>;
  /** Columns that a second run cannot change, and those that it leaves as they are by then. */
  fixed: readonly string[];
  onlyNew?: readonly string[];
  /** The values of columns that a row leaves out, for a new record. */
  defaults: (pass: Pass) => Data;
  /** Checks the rows of a batch, in their order. */
  check(db: ReadDb, rows: SourceRow[], pass: Pass, problems: Found[]): Promise<(Checked | null)[]>;
  /** Records by the names that take the place of an external id. */
  byName?(db: ReadDb, names: string[], pass: Pass): Promise<Map<string, string[]>>;
  /** Whether a row with an external id that is not known yet may be a record by its name: where the name is unique. */
  adopts?: boolean;
  /** What follows once the action of each row is known: sums, positions. It may note problems and complete new records. */
  settle?(db: ReadDb, planned: Planned[], pass: Pass, problems: Found[]): Promise<void>;
  /** Locks and checks in the transaction that writes. */
  guard?(db: WriteDb, planned: Planned[]): Promise<void>;
  referrers: readonly Referrer[];
};

/** A kind whose rows are records of one table, created and changed by a few statements per batch. */
export function recordsOf(spec: RecordKind): Kind {
  const kept = [...spec.fixed, ...(spec.onlyNew ?? [])];
  const changeable = Object.keys(spec.table.columns).filter((column) => !kept.includes(column));
  return {
    plan: (db, units, pass) => plan(db, units.flat(), pass, spec),
    write: async (db, planned, writing) => {
      await spec.guard?.(db, planned);
      const of = (action: Planned['action']) => planned.filter((one) => one.action === action);
      await insertRows(db, spec.table, of('create'), writing);
      await updateRows(
        db,
        spec.table,
        changeable,
        of('change').map(({ id, data }) => ({ ...data, id, updated_at: writing.stamp })),
      );
      await noteRecords(db, planned, writing);
    },
    undo: async (db, writing) => {
      const uses = await usesOf(db, spec.table, spec.referrers, writing);
      if (uses.length === 0) await takeBack(db, spec.table, changeable, writing);
      return uses;
    },
  };
}

async function plan(db: ReadDb, rows: SourceRow[], pass: Pass, spec: RecordKind): Promise<Plan> {
  const problems: Found[] = [];
  const checked = await spec.check(db, rows, pass, problems);
  const sound = rows.flatMap((row, at) => {
    const one = checked[at];
    return one ? [{ row, ...one, key: keyOf(row, one.natural, pass) }] : [];
  });
  const known = await knownRecords(
    db,
    spec.kind,
    sound.map(({ key }) => key),
  );
  const isUnknown = ({ row, key }: (typeof sound)[number]) =>
    !known.has(key) && (spec.adopts || textOf(row, 'externalId') === null);
  const names = sound.flatMap((one) => (one.natural !== null && isUnknown(one) ? [one.natural] : []));
  const named =
    names.length > 0 && spec.byName ? await spec.byName(db, [...new Set(names)], pass) : new Map<string, string[]>();
  const idOf = (one: (typeof sound)[number]) =>
    known.get(one.key) ?? (one.natural !== null && isUnknown(one) ? named.get(one.natural)?.[0] : undefined);
  const stored = await storedData(db, spec.table, [...new Set(sound.flatMap((one) => idOf(one) ?? []))]);
  const planned: Planned[] = [];
  for (const one of sound) {
    const { row, key, data, natural } = one;
    const place = { line: row.line, field: null };
    if (natural !== null && isUnknown(one) && (named.get(natural)?.length ?? 0) > 1) {
      problems.push({ ...place, message: { key: 'importAmbiguous' } });
      continue;
    }
    const id = idOf(one);
    // Two keys may lead to one record, such as an external id and the address of the same person.
    const first = firstLine(pass, [key, ...(id ? [`record ${id}`] : [])], row.line);
    if (first !== null) {
      problems.push({ ...place, message: { key: 'importRepeated', params: { line: first } } });
      continue;
    }
    const before = (id && stored.get(id)) || null;
    const made =
      before === null
        ? created(row, key, data, pass, spec)
        : changed(row, key, { id: id ?? '', before }, data, pass, spec, problems);
    if (made) planned.push(made);
  }
  await spec.settle?.(db, planned, pass, problems);
  return { planned, problems };
}

function keyOf(row: SourceRow, natural: string | null, pass: Pass): string {
  const external = textOf(row, 'externalId');
  if (external !== null) return byId(external);
  return natural === null ? contentKey(row, pass) : byName(natural);
}

/** The key of a row that has none of its own: its content, and its place among the rows of the same content. */
export function contentKey({ values }: SourceRow, { repeats }: Pass): string {
  const content = createHash('sha256')
    .update(JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))))
    .digest('base64url');
  const before = repeats.get(content) ?? 0;
  repeats.set(content, before + 1);
  return byContent(`${content}/${before}`);
}

/** The line that had one of the keys first; null where none was seen before. */
export function firstLine({ seen }: Pass, keys: readonly string[], line: number): number | null {
  const first = keys.map((key) => seen.get(key)).find((at) => at !== undefined);
  if (first !== undefined) return first;
  for (const key of keys) seen.set(key, line);
  return null;
}

function created(
  { line }: SourceRow,
  key: string,
  data: RowData,
  pass: Pass,
  { table, defaults }: RecordKind,
): Planned {
  const all: Data = { ...defaults(pass) };
  for (const column of Object.keys(table.columns)) all[column] = data[column] ?? all[column] ?? null;
  return { line, action: 'create', id: uuidv7(), key, data: all, before: null };
}

function changed(
  { line }: SourceRow,
  key: string,
  { id, before }: { id: string; before: Data },
  data: RowData,
  { mapped }: Pass,
  { table, fields, fixed, onlyNew = [] }: RecordKind,
  problems: Found[],
): Planned | null {
  const after: Data = { ...before };
  const wrong: Found[] = [];
  for (const column of Object.keys(table.columns)) {
    const field = fields[column] ?? null;
    const value = data[column];
    const isLeft = value === undefined || onlyNew.includes(column) || (field !== null && !mapped.has(field));
    if (isLeft || value === before[column]) continue;
    if (fixed.includes(column)) wrong.push({ line, field, message: { key: 'importFixed' } });
    else after[column] = value;
  }
  problems.push(...wrong);
  if (wrong.length > 0) return null;
  const isSame = Object.keys(table.columns).every((column) => after[column] === before[column]);
  return { line, action: isSame ? 'same' : 'change', id, key, data: after, before };
}
