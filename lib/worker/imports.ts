import { z } from 'zod';
import { adminByImport } from '@/lib/auth/by-import';
import type { AdminActor } from '@/lib/authz/actor';
import { longTransaction, read, write } from '@/lib/authz/scope';
import { AppError, type Reason } from '@/lib/errors';
import type { Planned, Use, Writing } from '@/lib/imports/records/rule';
import { stepBefore, writtenAtOnce } from '@/lib/imports/rule';
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
import { passOver } from '@/lib/worker/import-pass';

const given = z.object({ importId: z.uuid(), userId: z.uuid() });

/**
 * Does what an admin has asked for an import: check, write or undo. It acts in the admin's name, so that the wall holds as for them.
 * A second call after a crash finds the step still asked for and begins it anew, or done.
 */
export const importJob: JobHandler = async (job, worker) => {
  const { importId, userId } = given.parse(job.arguments);
  const actor = await adminByImport(worker, userId, importId);
  const work = await read(actor, (db) => findWork(db, importId));
  const before = work && stepBefore[work.status];
  if (!work || !before) return done;
  try {
    if (work.status === 'undoing') await undo(work, actor);
    else if (work.status === 'checking') await check(work, actor);
    else await writeAll(work, actor);
  } catch (error) {
    if (error instanceof AppError && error.code === 'UNAVAILABLE' && job.attempts < 5)
      return { result: 'again', error: 'not available', seconds: 10 };
    if (work.status === 'undoing' && isReferredTo(error)) {
      const fault: ImportFault = { kind: 'inUse', uses: [{ what: 'records', count: 1 }] };
      await write(actor, (db) => endStep(db, importId, before, null, fault));
      return done;
    }
    const key: Reason['key'] = (error instanceof AppError && error.reason?.key) || 'importFailed';
    if (!(error instanceof AppError)) log().error({ err: error, import: importId }, 'an import failed');
    await write(actor, (db) => endStep(db, importId, before, null, { kind: 'reason', key }));
  }
  return done;
};

/** Whether a foreign key kept a record that was to be removed: of a table that the counting of uses does not look at. */
const isReferredTo = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'P2003' || /23503|foreign key/i.test(error.message));

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
    for (let at = 0; at < planned.length; at += writtenAtOnce) {
      await kinds[work.kind].write(db, planned.slice(at, at + writtenAtOnce), writing);
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
