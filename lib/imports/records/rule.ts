import type { AdminActor } from '@/lib/authz/actor';
import type { ReadDb, WriteDb } from '@/lib/db/handles';
import { AppError, type FieldMessage } from '@/lib/errors';
import type { Value } from '@/lib/imports/cells/rule';
import { type FieldName, fieldNamed } from '@/lib/imports/fields/rule';
import type { ImportKind } from '@/lib/imports/rule';

/** A row of a file by fields; a field without a column is absent, an empty cell null. */
export type SourceRow = {
  line: number;
  values: Partial<Record<FieldName, Value>>;
  /** What cells hold whose value reads otherwise, such as `1:30` for 90. */
  written?: Partial<Record<FieldName, string>>;
};

/** The columns of a record by their names in the database, as JSON. */
export type Data = Record<string, string | number | boolean | null>;

/** What becomes of a row. `key` is how a second run finds the record, `before` what a changed one was. */
export type Planned = {
  line: number;
  action: 'create' | 'change' | 'same';
  id: string;
  key: string;
  data: Data;
  before: Data | null;
};

/** What is wrong in a row. */
export type Found = { line: number; field: FieldName | null; message: FieldMessage };

export type Plan = { planned: Planned[]; problems: Found[] };

/** What a pass over a file carries from batch to batch: keys and sums seen so far, and references resolved. */
export type Pass = {
  actor: AdminActor;
  /** The business's calendar date. */
  today: string;
  mapped: ReadonlySet<FieldName>;
  /** The line at which each key was seen first. */
  seen: Map<string, number>;
  /** How often each content of a row without a key was seen. */
  repeats: Map<string, number>;
  /** What kinds remember, each under names of its own. */
  memory: Map<string, unknown>;
};

/** The import that writes, and the instant that its rows carry. */
export type Writing = { importId: string; kind: ImportKind; actor: AdminActor; stamp: string };

/** What uses records that were to be removed, and how many of it. */
export type Use = { what: string; count: number };

/** How rows of a kind are planned, written and taken back. */
export type Kind = {
  /** The key by which rows are one record, such as the lines of an invoice; without it each row is one. */
  groupBy?: FieldName;
  /** What such rows may leave to the first of them. */
  heads?: readonly FieldName[];
  plan(db: ReadDb, units: SourceRow[][], pass: Pass): Promise<Plan>;
  write(db: WriteDb, planned: Planned[], writing: Writing): Promise<void>;
  /** Takes back what an import wrote, or returns what stands against it. */
  undo(db: WriteDb, writing: Writing): Promise<Use[]>;
};

export function newPass(actor: AdminActor, today: string, mapped: Iterable<FieldName>): Pass {
  return { actor, today, mapped: new Set(mapped), seen: new Map(), repeats: new Map(), memory: new Map() };
}

/** The value that a kind remembers under a name, made the first time. */
export function remembered<T>({ memory }: Pass, name: string, make: () => T): T {
  // Each name is used by one kind with one type.
  const known = memory.get(name) as T | undefined;
  if (known !== undefined) return known;
  const made = make();
  memory.set(name, made);
  return made;
}

/** A text of a row; null for an empty or absent one. */
export const textOf = ({ values }: SourceRow, field: FieldName): string | null => {
  const value = values[field];
  return value === null || value === undefined ? null : String(value);
};

/**
 * Runs the checks of a row; what they refuse becomes problems, on the field of the row that `rename` gives for the field of the
 * check. Returns null then.
 */
export function orProblems<T>(
  problems: Found[],
  place: (field: string) => { line: number; field: FieldName | null },
  work: () => T,
): T | null {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'VALIDATION') throw error;
    for (const [field, messages] of Object.entries(error.fields))
      for (const message of messages) problems.push({ ...place(field), message });
    return null;
  }
}

/** The values of a row that are not empty, for the schema of a form, without the fields that the kind resolves itself. */
export function filled({ values }: SourceRow, ...without: string[]): Record<string, unknown> {
  const named = Object.entries(values).filter(
    ([name, value]) => value !== null && ![...without, 'externalId'].includes(name),
  );
  return Object.fromEntries(named);
}

/** Where a problem of a schema's field stands in a row: on the field of that name, or of another one that it follows from. */
export const placeIn =
  (kind: ImportKind, line: number, renamed: Record<string, string> = {}) =>
  (field: string): Pick<Found, 'line' | 'field'> => ({
    line,
    field: fieldNamed(kind, renamed[field] ?? field)?.name ?? null,
  });
