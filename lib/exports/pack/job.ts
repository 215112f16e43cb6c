import { z } from 'zod';
import { readAsRecipient } from '@/lib/auth/on-behalf';
import type { JobActor, OnBehalfActor } from '@/lib/authz/actor';
import { read, write } from '@/lib/authz/scope';
import type { WriteDb } from '@/lib/db/handles';
import { AppError } from '@/lib/errors';
import { recordJobEvents } from '@/lib/events/record';
import { type Archive, openArchive } from '@/lib/exports/pack/archive';
import { removeFile, replaceEarlier } from '@/lib/exports/pack/forget';
import { hoursSection } from '@/lib/exports/pack/hours';
import { indexPage } from '@/lib/exports/pack/index-page';
import { moneySection } from '@/lib/exports/pack/money';
import { packOf } from '@/lib/exports/pack/pack';
import { projectSections } from '@/lib/exports/pack/projects';
import { requestSection } from '@/lib/exports/pack/requests';
import { type ExportReason, keptDays, mostTries } from '@/lib/exports/rule';
import { dayOf } from '@/lib/format';
import { done, type JobHandler, type Outcome, type Renew } from '@/lib/jobs/job';
import type { SpooledFile } from '@/lib/storage/spool';
import { newStorageKey } from '@/lib/storage/storage-key';
import { store } from '@/lib/storage/store';

const jobArguments = z.object({ exportId: z.uuid() });

const columns = { id: true, clientId: true, userId: true, askedById: true, state: true, storageKey: true } as const;
type Asked = { id: string; clientId: string; userId: string; askedById: string };

/** Milliseconds between two entries of the progress, and between two renewals of the lease. */
const every = { progress: 1_000, renewal: 60_000 };

/**
 * Makes the archive of an export: everything that its person may see, read as that person through the wall. Told again after a crash it
 * begins anew. A person who loses their access meanwhile gets no file.
 */
export const packExport: JobHandler = async (job, worker, renew) => {
  const { exportId } = jobArguments.parse(job.arguments);
  const asked = await read(worker, (db) => db.clientExport.findUnique({ where: { id: exportId }, select: columns }));
  if (!asked || (asked.state !== 'waiting' && asked.state !== 'working')) return done;
  if (asked.storageKey) await removeFile(worker, asked);
  try {
    return await pack(asked, worker, renew);
  } catch (error) {
    if (error instanceof AppError && (error.code === 'FORBIDDEN' || error.code === 'UNAUTHENTICATED'))
      return failed(asked, worker, 'accessEnded');
    if (job.attempts >= mostTries) return failed(asked, worker, 'trouble');
    throw error;
  }
};

async function pack(asked: Asked, worker: JobActor, renew: Renew): Promise<Outcome> {
  const actor = await personOf(asked, worker);
  const at = new Date();
  const total = await countFiles(actor);
  const { progress, told } = progressOf(asked.id, worker, total, renew);
  await progress(0);
  const archive = openArchive({ fileName: `${actor.tenant.name} ${dayOf(at, actor.tenant.timeZone)}.zip`, at });
  const beat = setInterval(() => void renew().catch(() => undefined), every.renewal);
  let spooled: SpooledFile | undefined;
  try {
    spooled = await fill(archive, actor, at, told);
    return await keep(asked, spooled, worker);
  } catch (error) {
    await archive.abandon();
    throw error;
  } finally {
    clearInterval(beat);
    await spooled?.discard();
  }
}

async function fill(archive: Archive, actor: OnBehalfActor, at: Date, told: () => Promise<void>): Promise<SpooledFile> {
  const parts = packOf(actor, archive, told);
  const sections = [
    ...(await projectSections(parts)),
    await moneySection(parts),
    await hoursSection(parts),
    await requestSection(parts),
  ];
  await archive.add('index.html', await indexPage(parts, at, sections), true);
  return archive.finish();
}

/** Stores the archive, and gives it out if the person has their access still. The key is noted first, so that no object is lost. */
async function keep(asked: Asked, file: SpooledFile, worker: JobActor): Promise<Outcome> {
  const { id, clientId, userId } = asked;
  const storageKey = newStorageKey();
  await write(worker, (db) => db.clientExport.updateMany({ where: { id }, data: { storageKey } }));
  await store().put(storageKey, file);
  try {
    await personOf(asked, worker);
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
      await db.clientExport.updateMany({ where: { id }, data: { ...data, state: 'ready' } });
      const { doneFiles: count } = (await db.clientExport.findUnique({
        where: { id },
        select: { doneFiles: true },
      })) ?? { doneFiles: 0 };
      const facts = { clientId, userId, fileName, count };
      await recordJobEvents(db, worker, [{ name: 'export.finished', recordId: id, facts }]);
    },
  };
}

/** There is no archive. What its storage may hold nevertheless is removed like one whose time is over. */
function failed({ id, clientId, userId }: Asked, worker: JobActor, reason: ExportReason): Outcome {
  return {
    result: 'done',
    settle: async (db) => {
      await db.clientExport.updateMany({ where: { id }, data: { state: 'failed', reason, expiresAt: new Date() } });
      const facts = { clientId, userId, reason };
      await recordJobEvents(db, worker, [{ name: 'export.failed', recordId: id, facts }]);
    },
  };
}

/** The person with whose eyes it is read, who still belongs to that client. Throws FORBIDDEN. */
async function personOf({ userId, clientId }: Asked, worker: JobActor): Promise<OnBehalfActor> {
  const actor = await readAsRecipient(worker, userId);
  if (actor.userType !== 'client' || actor.clientId !== clientId) throw new AppError('FORBIDDEN');
  return actor;
}

/** The files that the archive will have, as far as they are there now. */
function countFiles(actor: OnBehalfActor): Promise<number> {
  return read(actor, async (db) => {
    const counts = [
      await db.document.count({ where: { publishedVersionId: { not: null } } }),
      await db.photo.count(),
      await db.invoice.count({ where: { issuedOn: { not: null } } }),
      await db.creditNote.count(),
      await db.ticketAttachment.count(),
    ];
    return counts.reduce((sum, count) => sum + count, 0);
  });
}

/** Counts files into the row, at most once a second. Throws once another worker has the job. */
function progressOf(id: string, worker: JobActor, totalFiles: number, renew: Renew) {
  let [doneFiles, shown] = [0, 0];
  const progress = async (count: number) => {
    shown = Date.now();
    const data = { state: 'working', doneFiles: count, totalFiles: Math.max(totalFiles, count) } as const;
    await write(worker, (db) => db.clientExport.updateMany({ where: { id }, data }));
  };
  const told = async () => {
    doneFiles++;
    if (doneFiles < totalFiles && Date.now() - shown < every.progress) return;
    if (!(await renew())) throw new Error('another worker has this export by now');
    await progress(doneFiles);
  };
  return { progress, told };
}
