import type { JobActor } from '@/lib/authz/actor';
import { read, write } from '@/lib/authz/scope';
import type { WriteDb } from '@/lib/db/handles';
import { AppError } from '@/lib/errors';
import type { Archive } from '@/lib/exports/pack/archive';
import { removeFile, replaceEarlier } from '@/lib/exports/pack/forget';
import { type ExportReason, keptDays, mostTries } from '@/lib/exports/rule';
import { done, type Job, type Outcome, type Renew } from '@/lib/jobs/job';
import type { SpooledFile } from '@/lib/storage/spool';
import { newStorageKey } from '@/lib/storage/storage-key';
import { store } from '@/lib/storage/store';

const columns = { id: true, clientId: true, userId: true, askedById: true, state: true, storageKey: true } as const;

/** A row of an archive that was asked for; without a client and a person it is of the whole business. */
export type Asked = { id: string; clientId: string | null; userId: string | null; askedById: string };

/** Milliseconds between two entries of the progress, and between two renewals of the lease. */
const every = { progress: 1_000, renewal: 60_000 };

/** What an archive is made of, and what the trail says of it. */
export type Making = {
  /** Writes the archive, counting its files by `told`. */
  fill: (progress: Progress) => Promise<SpooledFile>;
  /** Throws FORBIDDEN or UNAUTHENTICATED once nobody may have the archive any more. */
  stillMay: () => Promise<unknown>;
  finished: (db: WriteDb, facts: { fileName: string; count: number }) => Promise<void>;
  failed: (db: WriteDb, reason: ExportReason) => Promise<void>;
};

export type Progress = {
  /** Notes how many files there will be. */
  begin: (totalFiles: number) => Promise<void>;
  /** Counts one more file; throws once another worker has the job. */
  told: () => Promise<void>;
};

/**
 * Makes the archive of a row that waits for it. Told again after a crash it begins anew. Once access has ended there is no file, and after
 * `mostTries` none is tried for any more.
 */
export async function make(
  { id, attempts }: { id: string } & Pick<Job, 'attempts'>,
  worker: JobActor,
  renew: Renew,
  making: (asked: Asked) => Making,
): Promise<Outcome> {
  const asked = await read(worker, (db) => db.clientExport.findUnique({ where: { id }, select: columns }));
  if (!asked || (asked.state !== 'waiting' && asked.state !== 'working')) return done;
  if (asked.storageKey) await removeFile(worker, asked);
  await begun(asked, worker);
  const made = making(asked);
  try {
    return await makeAndKeep(asked, made, worker, renew);
  } catch (error) {
    if (error instanceof AppError && (error.code === 'FORBIDDEN' || error.code === 'UNAUTHENTICATED'))
      return failed(asked, made, 'accessEnded');
    if (attempts >= mostTries) return failed(asked, made, 'trouble');
    throw error;
  }
}

async function makeAndKeep(asked: Asked, making: Making, worker: JobActor, renew: Renew): Promise<Outcome> {
  await making.stillMay();
  const beat = setInterval(() => void renew().catch(() => undefined), every.renewal);
  let spooled: SpooledFile | undefined;
  try {
    spooled = await making.fill(progressOf(asked.id, worker, renew));
    return await keep(asked, making, spooled, worker);
  } finally {
    clearInterval(beat);
    await spooled?.discard();
  }
}

/**
 * Notes that the archive is being made, before anything is read for it. An erasure sets its end in the meantime, and what was read is
 * then not given out.
 */
function begun({ id }: Asked, worker: JobActor): Promise<unknown> {
  return write(worker, (db) =>
    db.clientExport.updateMany({ where: { id }, data: { state: 'working', expiresAt: null } }),
  );
}

const erasedMeanwhile = () => new Error('a person was erased while this archive was made: it begins anew');

/** Throws where an erasure has ended an archive that is being made. */
async function stillWanted({ id }: Asked, worker: JobActor): Promise<void> {
  const row = await read(worker, (db) => db.clientExport.findUnique({ where: { id }, select: { expiresAt: true } }));
  if (row?.expiresAt) throw erasedMeanwhile();
}

/** Ends an archive that `work` writes; removes what was written where it fails. */
export async function written(archive: Archive, work: () => Promise<void>): Promise<SpooledFile> {
  try {
    await work();
    return await archive.finish();
  } catch (error) {
    await archive.abandon();
    throw error;
  }
}

/** Stores the archive, and gives it out if it still may be. The key is noted first, so that no object is lost. */
async function keep(asked: Asked, making: Making, file: SpooledFile, worker: JobActor): Promise<Outcome> {
  const { id } = asked;
  const storageKey = newStorageKey();
  await write(worker, (db) => db.clientExport.updateMany({ where: { id }, data: { storageKey } }));
  await store().put(storageKey, file);
  try {
    await making.stillMay();
    await stillWanted(asked, worker);
  } catch (error) {
    await removeFile(worker, { id, storageKey });
    throw error;
  }
  const readyAt = new Date();
  const expiresAt = new Date(readyAt.getTime() + keptDays * 24 * 3_600_000);
  const { fileName, sha256 } = file;
  await replaceEarlier(worker, asked);
  return {
    result: 'done',
    settle: async (db: WriteDb) => {
      const data = { fileName, sha256, byteSize: BigInt(file.byteSize), readyAt, expiresAt };
      const { count: kept } = await db.clientExport.updateMany({
        where: { id, expiresAt: null },
        data: { ...data, state: 'ready' },
      });
      if (kept === 0) throw erasedMeanwhile();
      const row = await db.clientExport.findUnique({ where: { id }, select: { doneFiles: true } });
      await making.finished(db, { fileName, count: row?.doneFiles ?? 0 });
    },
  };
}

/** There is no archive. What its storage may hold nevertheless is removed like one whose time is over. */
function failed({ id }: Asked, making: Making, reason: ExportReason): Outcome {
  return {
    result: 'done',
    settle: async (db) => {
      await db.clientExport.updateMany({ where: { id }, data: { state: 'failed', reason, expiresAt: new Date() } });
      await making.failed(db, reason);
    },
  };
}

/** Counts files into the row, at most once a second. */
function progressOf(id: string, worker: JobActor, renew: Renew): Progress {
  let [doneFiles, totalFiles, shown] = [0, 0, 0];
  const show = async () => {
    shown = Date.now();
    const data = { state: 'working', doneFiles, totalFiles: Math.max(totalFiles, doneFiles) } as const;
    await write(worker, (db) => db.clientExport.updateMany({ where: { id }, data }));
  };
  return {
    begin: async (total) => {
      totalFiles = total;
      await show();
    },
    told: async () => {
      doneFiles++;
      if (doneFiles < totalFiles && Date.now() - shown < every.progress) return;
      if (!(await renew())) throw new Error('another worker has this export by now');
      await show();
    },
  };
}
