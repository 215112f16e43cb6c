import type { JobActor } from '@/lib/authz/actor';
import { read, write } from '@/lib/authz/scope';
import { recordJobEvents } from '@/lib/events/record';
import { done, type JobHandler } from '@/lib/jobs/job';
import { store } from '@/lib/storage/store';

type Kept = { id: string; clientId: string | null; userId: string | null; storageKey: string | null };

const columns = { id: true, clientId: true, userId: true, storageKey: true } as const;
const batch = 100;

/** Removes the files of a tenant's archives whose time is over. One that is being made is its maker's. */
export const forgetExports: JobHandler = async (_job, worker) => {
  for (;;) {
    const over = await read(worker, (db) =>
      db.clientExport.findMany({
        where: { expiresAt: { lte: new Date() }, storageKey: { not: null }, state: { not: 'working' } },
        select: columns,
        orderBy: { expiresAt: 'asc' },
        take: batch,
      }),
    );
    for (const kept of over) await expire(worker, kept);
    if (over.length < batch) return done;
  }
};

/**
 * Removes the earlier archives of the same asker with the eyes of the same person, or of the business, whoever asked: a newer one has
 * all that they have, and their place.
 */
export async function replaceEarlier(
  worker: JobActor,
  { id, askedById, clientId, userId }: Pick<Kept, 'id' | 'clientId' | 'userId'> & { askedById: string },
): Promise<void> {
  const same = clientId === null ? { clientId } : { clientId, userId, askedById };
  const earlier = await read(worker, (db) =>
    db.clientExport.findMany({
      where: { ...same, id: { not: id }, state: 'ready', storageKey: { not: null } },
      select: columns,
    }),
  );
  for (const kept of earlier) await expire(worker, kept);
}

/** Removes the object of an export that has none to give, and the key. The object goes first: a key without one does no harm. */
export async function removeFile(
  worker: JobActor,
  { id, storageKey }: { id: string; storageKey: string | null },
): Promise<void> {
  if (storageKey) await store().remove(storageKey);
  await write(worker, (db) => db.clientExport.updateMany({ where: { id }, data: { storageKey: null } }));
}

async function expire(worker: JobActor, { id, clientId, userId, storageKey }: Kept): Promise<void> {
  if (storageKey) await store().remove(storageKey);
  await write(worker, async (db) => {
    const gone = { storageKey: null } as const;
    const { count } = await db.clientExport.updateMany({
      where: { id, state: 'ready' },
      data: { ...gone, state: 'expired' },
    });
    // One that failed stays so.
    await db.clientExport.updateMany({ where: { id }, data: gone });
    if (count === 0) return;
    if (clientId === null || userId === null)
      await recordJobEvents(db, worker, [{ name: 'business_export.expired', recordId: id, facts: {} }]);
    else await recordJobEvents(db, worker, [{ name: 'export.expired', recordId: id, facts: { clientId, userId } }]);
  });
}
