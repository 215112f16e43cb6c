import type { WriteDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';

/**
 * Locks the document's row until commit and returns its state. Two statements, because a statement that waits for the lock
 * still reads the versions as they were before the wait. Throws NOT_FOUND.
 */
export async function lockDocument(db: WriteDb, id: string) {
  const locked = await db.$queryRaw<unknown[]>`select id from documents where id = ${id}::uuid for no key update`;
  orNotFound(locked[0]);
  const { versions, transitions, ...document } = orNotFound(
    await db.document.findUnique({
      where: { id },
      select: {
        ...{ id: true, clientId: true, projectId: true, documentTypeId: true, title: true, status: true },
        ...{ publishedVersionId: true, publishedVersion: { select: { number: true } } },
        documentType: { select: { requiresApproval: true, forbidsOwnApproval: true } },
        versions: {
          select: { id: true, number: true, uploadedById: true },
          orderBy: { number: 'desc' },
          take: 1,
        },
        transitions: {
          select: { toStatus: true, actorName: true },
          orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
          take: 1,
        },
      },
    }),
  );
  return { ...document, newest: orNotFound(versions[0]), lastStep: transitions[0] ?? null };
}

export type LockedDocument = Awaited<ReturnType<typeof lockDocument>>;
