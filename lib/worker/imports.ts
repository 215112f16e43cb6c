import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { z } from 'zod';
import { adminByImport } from '@/lib/auth/by-import';
import type { AdminActor } from '@/lib/authz/actor';
import { laneOf } from '@/lib/authz/lane';
import { longTransaction, read, write } from '@/lib/authz/scope';
import { today } from '@/lib/dates';
import { AppError, conflict, type Reason } from '@/lib/errors';
import { newPass, type Pass, type Planned, type SourceRow, type Use, type Writing } from '@/lib/imports/records/rule';
import { batchSize, type ImportStatus } from '@/lib/imports/rule';
import type { ImportFault } from '@/lib/imports/schemas';
import {
  type Counts,
  endStep,
  finish,
  finishUndo,
  forgetProblems,
  kinds,
  noteProgress,
  remap,
  type Shown,
} from '@/lib/imports/work/commands';
import { findWork, type Work } from '@/lib/imports/work/queries';
import { done, type JobHandler } from '@/lib/jobs/job';
import { log } from '@/lib/log';
import { openLetterCheck } from '@/lib/pdf/letter-check';
import { spoolMade } from '@/lib/storage/spool';
import { store } from '@/lib/storage/store';
import { withRows } from '@/lib/tables/read-table';
import type { TableHead } from '@/lib/tables/table-job';
import { fieldReader, unitsOf } from '@/lib/worker/import-rows';

const given = z.object({ importId: z.uuid(), userId: z.uuid() });

/** The step at which an import is again where a step of the worker wrote nothing. */
const back: Partial<Record<ImportStatus, ImportStatus>> = {
  checking: 'mapping',
  importing: 'checked',
  undoing: 'done',
};

/**
 * Does what an admin has asked for an import: check, write or undo. It acts in the admin's name, so that the wall holds as for them.
 * A second call after a crash finds the step still asked for and begins it anew, or done.
 */
export const importJob: JobHandler = async (job, worker) => {
  const { importId, userId } = given.parse(job.arguments);
  const actor = await adminByImport(worker, userId, importId);
  const work = await read(actor, (db) => findWork(db, importId));
  const before = work && back[work.status];
  if (!work || !before) return done;
  try {
    if (work.status === 'undoing') await undo(work, actor);
    else if (work.status === 'checking') await check(work, actor);
    else await writeAll(work, actor);
  } catch (error) {
    if (error instanceof AppError && error.code === 'UNAVAILABLE' && job.attempts < 5)
      return { result: 'again', error: 'not available', seconds: 10 };
    const key: Reason['key'] = (error instanceof AppError && error.reason?.key) || 'importFailed';
    if (!(error instanceof AppError)) log().error({ err: error, import: importId }, 'an import failed');
    await write(actor, (db) => endStep(db, importId, before, null, { kind: 'reason', key }));
  }
  return done;
};

async function check(work: Work, actor: AdminActor): Promise<void> {
  await write(actor, (db) => forgetProblems(db, work.id));
  const counts = { created: 0, changed: 0, same: 0, problems: 0 };
  const outcome = await passOver(work, actor, async (planned, problems, rows) => {
    count(counts, planned, problems);
    await write(actor, (db) => noteProgress(db, { id: work.id, tenantId: actor.tenantId }, rows, problems));
  });
  if ('head' in outcome) await write(actor, (db) => remap(db, work, outcome.head));
  else await write(actor, (db) => endStep(db, work.id, 'checked', counts, null));
}

/** Plans the file once more, since records may have changed since the check, and writes it in one transaction. */
async function writeAll(work: Work, actor: AdminActor): Promise<void> {
  const counts = { created: 0, changed: 0, same: 0, problems: 0 };
  const planned: Planned[] = [];
  const found: Shown[] = [];
  const outcome = await passOver(work, actor, async (some, problems, rows) => {
    count(counts, some, problems);
    found.push(...problems);
    planned.push(...some.filter(({ action }) => action !== 'same'));
    await write(actor, (db) => noteProgress(db, { id: work.id, tenantId: actor.tenantId }, Math.floor(rows / 2), []));
  });
  const isAsChecked =
    counts.created === work.createdCount && counts.changed === work.changedCount && counts.same === work.sameCount;
  if ('head' in outcome || counts.problems > 0 || !isAsChecked) {
    const fault: ImportFault = { kind: 'changed' };
    await write(actor, async (db) => {
      await forgetProblems(db, work.id);
      await noteProgress(db, { id: work.id, tenantId: actor.tenantId }, work.rowCount, found);
      await endStep(db, work.id, 'checked', counts, fault);
    });
    return;
  }
  const writing = writingOf(work, actor, new Date().toISOString());
  const all = async (db: Parameters<Parameters<typeof write>[1]>[0]) => {
    for (let at = 0; at < planned.length; at += batchSize) {
      await kinds[work.kind].write(db, planned.slice(at, at + batchSize), writing);
      const rows = Math.floor((work.rowCount * (1 + at / planned.length)) / 2);
      // In a transaction of its own, because nobody sees this one before its end.
      await write(actor, (beside) => noteProgress(beside, { id: work.id, tenantId: actor.tenantId }, rows, []));
    }
    await finish(db, work, counts, writing);
  };
  await write(actor, all, longTransaction);
}

async function undo(work: Work, actor: AdminActor): Promise<void> {
  const writing = writingOf(work, actor, work.finishedAt?.toISOString() ?? '');
  const uses = await write(
    actor,
    async (db): Promise<Use[]> => {
      const found = await kinds[work.kind].undo(db, writing);
      if (found.length === 0) await finishUndo(db, work, writing);
      return found;
    },
    longTransaction,
  );
  if (uses.length > 0) await write(actor, (db) => endStep(db, work.id, 'done', null, { kind: 'inUse', uses }));
}

const writingOf = ({ id, kind }: Work, actor: AdminActor, stamp: string): Writing => ({
  importId: id,
  kind,
  actor,
  stamp,
});

function count(counts: Counts, planned: readonly Planned[], problems: readonly Shown[]): void {
  for (const { action } of planned)
    counts[action === 'create' ? 'created' : action === 'change' ? 'changed' : 'same']++;
  counts.problems += problems.length;
}

/** What is planned of some rows, what is wrong in them, and how many rows were read by then. */
type Take = (planned: Planned[], problems: Shown[], rows: number) => Promise<void>;

/**
 * Reads the file and plans it batch by batch. Returns the head of the file where its columns are not those that were mapped. Throws
 * CONFLICT for a file that can no longer be read.
 */
async function passOver(work: Work, actor: AdminActor, take: Take): Promise<{ head: TableHead } | { done: true }> {
  const { file, kind, mapping, writing, header } = work;
  if (!file) throw conflict('importFileGone');
  const pass = newPass(
    actor,
    today(actor.tenant.timeZone),
    mapping.flatMap((name) => name ?? []),
  );
  // Invoices are refused letters that no font holds.
  if (kind === 'invoices') await openLetterCheck();
  const bytes = await store().get(file.storageKey);
  // The stream of the web and that of Node have one shape under two types.
  const spooled = await spoolMade(Readable.fromWeb(bytes as WebStream), {
    fileName: work.fileName,
    contentType: file.contentType,
  });
  try {
    const { encoding, separator, decimal, dateOrder } = writing;
    const wanted = separator === null ? { decimal, dateOrder } : { encoding, separator, decimal, dateOrder };
    const outcome = await withRows(
      { path: spooled.path, contentType: file.contentType, wanted },
      laneOf(actor),
      async (head, lines) => {
        if (JSON.stringify(head.header) !== JSON.stringify(header)) return { head };
        const readRow = fieldReader(kind, mapping, writing);
        for await (const { units, problems, rows } of unitsOf(kind, lines, readRow))
          await planBatch(units, problems, rows, pass, work, take);
        return { done: true as const };
      },
    );
    if ('refused' in outcome) throw conflict('importUnreadable');
    return outcome;
  } finally {
    await spooled.discard();
  }
}

async function planBatch(
  units: SourceRow[][],
  unreadable: Shown[],
  rows: number,
  pass: Pass,
  { kind }: Work,
  take: Take,
): Promise<void> {
  const plan = await read(pass.actor, (db) => kinds[kind].plan(db, units, pass));
  const rowAt = new Map(units.flat().map((row) => [row.line, row]));
  const valued = plan.problems.map((problem): Shown => {
    const value = problem.field === null ? null : rowAt.get(problem.line)?.values[problem.field];
    return { ...problem, value: value === null || value === undefined ? null : String(value) };
  });
  await take(plan.planned, [...unreadable, ...valued], rows);
}
