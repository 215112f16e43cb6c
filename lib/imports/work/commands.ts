import { v7 as uuidv7 } from 'uuid';
import { createInvitation } from '@/lib/auth/links';
import type { AdminActor } from '@/lib/authz/actor';
import { Prisma } from '@/lib/db/generated/client';
import type { WriteDb } from '@/lib/db/handles';
import { conflict } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';
import { clientsKind } from '@/lib/imports/clients/checks';
import { hoursKind } from '@/lib/imports/hours/checks';
import { invoicesKind } from '@/lib/imports/invoices/checks';
import { openingsKind } from '@/lib/imports/openings/checks';
import { paymentsKind } from '@/lib/imports/payments/checks';
import { peopleKind } from '@/lib/imports/people/checks';
import { phasesKind } from '@/lib/imports/phases/checks';
import { projectsKind } from '@/lib/imports/projects/checks';
import type { Found, Kind, Writing } from '@/lib/imports/records/rule';
import type { ImportKind, ImportStatus } from '@/lib/imports/rule';
import type { ImportFault } from '@/lib/imports/schemas';
import { columnsOf } from '@/lib/imports/uploads';
import type { Work } from '@/lib/imports/work/queries';
import { getBilling, repeatedNumber } from '@/lib/invoices/settings/queries';
import { letGoOfFiles } from '@/lib/storage/keep';
import type { TableHead } from '@/lib/tables/table-job';

/** What each kind does with its rows. */
export const kinds: Readonly<Record<ImportKind, Kind>> = {
  ...{ clients: clientsKind, people: peopleKind, projects: projectsKind, phases: phasesKind },
  ...{ hours: hoursKind, invoices: invoicesKind, payments: paymentsKind, openings: openingsKind },
};

export type Counts = { created: number; changed: number; same: number; problems: number };

const longestValue = 200;

/** A problem with what its cell holds. */
export type Shown = Found & { value: string | null };

/** Forgets the problems of an earlier check. */
export async function forgetProblems(db: WriteDb, importId: string): Promise<void> {
  await db.importProblem.deleteMany({ where: { importId } });
}

/** Says how far the work has come, and adds the problems of the rows since. */
export async function noteProgress(
  db: WriteDb,
  { id, tenantId }: { id: string; tenantId: string },
  doneRows: number,
  problems: readonly Shown[],
): Promise<void> {
  for (let at = 0; at < problems.length; at += 2000)
    await db.importProblem.createMany({
      data: problems.slice(at, at + 2000).map(({ line, field, value, message }) => ({
        ...{ id: uuidv7(), tenantId, importId: id, line, field, value: value?.slice(0, longestValue) ?? null },
        // A sentence with its values is plain JSON.
        message: message as Prisma.InputJsonObject,
      })),
    });
  await db.import.updateMany({
    where: { id, status: { in: ['checking', 'importing', 'undoing'] } },
    data: { doneRows },
  });
}

/** Ends a step that wrote nothing: the import is back at `status`, with what a check counted, or the reason why it ended. */
export async function endStep(
  db: WriteDb,
  id: string,
  status: ImportStatus,
  counts: Counts | null,
  fault: ImportFault | null,
): Promise<void> {
  const counted = counts && {
    ...{
      createdCount: counts.created,
      changedCount: counts.changed,
      sameCount: counts.same,
      problemCount: counts.problems,
    },
  };
  await db.import.updateMany({
    where: { id, status: { in: ['checking', 'importing', 'undoing'] } },
    data: { status, ...counted, fault: fault ?? Prisma.DbNull, askedAt: null },
  });
}

/** Read as chosen, the file has other columns: they are to be mapped anew. */
export async function remap(db: WriteDb, { id, kind }: Pick<Work, 'id' | 'kind'>, head: TableHead): Promise<void> {
  await db.import.update({
    where: { id },
    data: { ...columnsOf(head, kind), status: 'mapping', fault: { kind: 'columns' }, askedAt: null, problemCount: 0 },
    select: { id: true },
  });
}

/** Ends a write in its transaction: the file is let go of, people are invited where that was asked for, and the event is recorded. */
export async function finish(
  db: WriteDb,
  work: Work,
  counts: Counts,
  { actor, importId, stamp }: Writing,
): Promise<void> {
  const { created, changed, same } = counts;
  if (work.invites) await inviteNewPeople(db, importId, actor);
  const fault = work.kind === 'invoices' ? await repeatedNumbers(db, actor) : null;
  const { count } = await db.import.updateMany({
    where: { id: importId, status: 'importing' },
    data: {
      ...{ status: 'done', finishedAt: new Date(stamp), fileId: null, doneRows: work.rowCount, askedAt: null },
      ...{
        createdCount: created,
        changedCount: changed,
        sameCount: same,
        problemCount: 0,
        fault: fault ?? Prisma.DbNull,
      },
    },
  });
  // Another worker, which took the job after the lease of this one, has done it.
  if (count === 0) throw conflict('importStep');
  if (work.fileId) await letGoOfFiles(db, [work.fileId]);
  const { kind, fileName } = work;
  await recordEvent(db, actor, {
    name: 'import.finished',
    recordId: importId,
    facts: { kind, fileName, created, changed, same },
  });
}

/** Whether the portal's own numbers would repeat one that was moved in. */
async function repeatedNumbers(db: WriteDb, actor: AdminActor): Promise<ImportFault | null> {
  const number = await repeatedNumber(db, await getBilling(db, actor), 'invoice');
  return number === null ? null : { kind: 'numbers', number };
}

/** Has an invitation mailed to each active person that the import created. */
async function inviteNewPeople(db: WriteDb, importId: string, actor: AdminActor): Promise<void> {
  const people = await db.$queryRaw<{ id: string }[]>`
    select id from users where is_active and id in (select record_id from import_records where import_id = ${importId}::uuid and is_new) order by id`;
  for (const { id } of people) await createInvitation(db, { userId: id }, actor);
}

/** Ends an undo in its transaction. */
export async function finishUndo(db: WriteDb, { kind, fileName }: Work, { actor, importId }: Writing): Promise<void> {
  const where = { id: importId, status: 'undoing' };
  const { count } = await db.import.updateMany({ where, data: { status: 'undone', askedAt: null } });
  if (count === 0) throw conflict('importStep');
  await recordEvent(db, actor, { name: 'import.reverted', recordId: importId, facts: { kind, fileName } });
}

/** Forgets the imports of the job's tenant that wrote nothing within seven days, with their files. */
export async function forgetImports(db: WriteDb): Promise<void> {
  await db.$queryRaw`select forget_imports()`;
}
