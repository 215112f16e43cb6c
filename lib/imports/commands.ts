import type { AdminActor } from '@/lib/authz/actor';
import { Prisma } from '@/lib/db/generated/client';
import type { WriteDb } from '@/lib/db/handles';
import { AppError, conflict, type FieldMessages, orNotFound } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';
import { detailColumns, detailOf } from '@/lib/imports/columns';
import { type FieldName, fieldNamed } from '@/lib/imports/fields/rule';
import { mappingProblems } from '@/lib/imports/mapping/rule';
import { type ImportStatus, stepBefore } from '@/lib/imports/rule';
import type { CheckImportInput, ConfirmImportInput, ImportDetail } from '@/lib/imports/schemas';
import { letGoOfFiles } from '@/lib/storage/keep';

type Made = { id: string };

/** Locks an import until commit and returns it with its file; one that is stuck is back at the step before. Throws NOT_FOUND. */
async function lockImport(db: WriteDb, id: string): Promise<ImportDetail & { fileId: string | null }> {
  await db.$queryRaw`select id from imports where id = ${id}::uuid for no key update`;
  const row = orNotFound(await db.import.findUnique({ where: { id }, select: detailColumns }));
  const { fileId } = row;
  const found = detailOf(row);
  const status = found.isStuck ? (stepBefore[found.status] ?? found.status) : found.status;
  if (found.isStuck) await db.import.update({ where: { id }, data: { status, askedAt: null }, select: { id: true } });
  return { ...found, status, fileId };
}

/** Throws CONFLICT unless the import is at one of these steps. */
function requireStep({ status }: { status: ImportStatus }, ...steps: readonly ImportStatus[]): void {
  if (!steps.includes(status))
    throw conflict(status === 'importing' || status === 'checking' ? 'importAtWork' : 'importStep');
}

/**
 * Has a file checked with this mapping: a worker counts what would be created and changed, and lists what is wrong. Nothing of the
 * business is written. Throws NOT_FOUND, CONFLICT, and VALIDATION for a field of another kind, a missing and a doubled one.
 */
export async function checkImport(db: WriteDb, input: CheckImportInput, actor: AdminActor): Promise<Made> {
  const { id, columns, encoding, separator, decimal, dateOrder } = input;
  const before = await lockImport(db, id);
  requireStep(before, 'mapping', 'checked');
  const mapping = before.columns.map((_, at) => columns[at]?.field ?? null);
  requireMapping(before, mapping);
  const { writing } = before;
  const text =
    writing.separator === null
      ? {}
      : { encoding: encoding ?? writing.encoding, separator: separator ?? writing.separator };
  const asked = { status: 'checking', doneRows: 0, fault: Prisma.DbNull, askedAt: new Date() };
  await db.import.update({
    where: { id },
    data: { ...asked, mapping, writing: { ...writing, ...text, decimal, dateOrder } },
    select: { id: true },
  });
  await recordEvent(db, actor, {
    name: 'import.checked',
    recordId: id,
    facts: { kind: before.kind, fileName: before.fileName },
  });
  return { id };
}

function requireMapping({ kind, columns }: ImportDetail, mapping: (FieldName | null)[]): void {
  const { missing, doubled } = mappingProblems(kind, mapping);
  const fields: FieldMessages = {};
  for (const [at, name] of mapping.entries()) {
    if (name === null) continue;
    if (!fieldNamed(kind, name)) fields[`columns.${at}.field`] = [{ key: 'unknownField' }];
    else if (doubled.includes(name)) fields[`columns.${at}.field`] = [{ key: 'importDoubled' }];
  }
  // A field without a column has no place of its own: the first column that is left out asks for it, or else the last one.
  const free = mapping.indexOf(null);
  const place = `columns.${free === -1 ? columns.length - 1 : free}.field`;
  if (missing.length > 0 && !(place in fields))
    fields[place] = missing.map((name) => ({ key: 'importMissing' as const, params: { field: name } }));
  if (Object.keys(fields).length > 0) throw new AppError('VALIDATION', { fields });
}

/**
 * Has a checked file written, in one transaction of the worker, all or nothing. A second call finds it at work or done. Throws
 * NOT_FOUND, and CONFLICT unless it was checked without a problem, and while another import of the business writes.
 */
export async function confirmImport(
  db: WriteDb,
  { id, invites }: ConfirmImportInput,
  actor: AdminActor,
): Promise<Made> {
  const before = await lockImport(db, id);
  requireStep(before, 'checked');
  if (before.counts.problems > 0) throw conflict('importHasProblems');
  await requireAlone(db);
  const data = {
    status: 'importing',
    doneRows: 0,
    invites: invites && before.kind === 'people',
    fault: Prisma.DbNull,
    askedAt: new Date(),
  };
  await db.import.update({ where: { id }, data, select: { id: true } });
  const { kind, fileName } = before;
  await recordEvent(db, actor, { name: 'import.confirmed', recordId: id, facts: { kind, fileName } });
  return { id };
}

/**
 * Has what an import wrote taken back, in one transaction of the worker: what it created is removed, what it changed is as before.
 * Entries of accounts stay for good and get their opposites. Throws NOT_FOUND, and CONFLICT unless it is done.
 */
export async function undoImport(db: WriteDb, { id }: { id: string }, actor: AdminActor): Promise<Made> {
  const before = await lockImport(db, id);
  requireStep(before, 'done');
  await requireAlone(db);
  const data = { status: 'undoing', doneRows: 0, fault: Prisma.DbNull, askedAt: new Date() };
  await db.import.update({ where: { id }, data, select: { id: true } });
  const { kind, fileName } = before;
  await recordEvent(db, actor, { name: 'import.reversal_asked', recordId: id, facts: { kind, fileName } });
  return { id };
}

/** Throws CONFLICT while another import of the business writes; an index of the database holds the same. */
async function requireAlone(db: WriteDb): Promise<void> {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended('imports ' || app_tenant(), 0))`;
  const other = await db.import.findFirst({
    where: { status: { in: ['importing', 'undoing'] } },
    select: { id: true },
  });
  if (other) throw conflict('importOther');
}

/** Throws an import away that has written nothing, or was taken back, with its file. Throws NOT_FOUND, CONFLICT. */
export async function discardImport(db: WriteDb, { id }: { id: string }, actor: AdminActor): Promise<void> {
  const { fileId, kind, fileName, ...before } = await lockImport(db, id);
  requireStep(before, 'mapping', 'checked', 'undone');
  await db.import.delete({ where: { id }, select: { id: true } });
  if (fileId) await letGoOfFiles(db, [fileId]);
  await recordEvent(db, actor, { name: 'import.discarded', recordId: id, facts: { kind, fileName } });
}
