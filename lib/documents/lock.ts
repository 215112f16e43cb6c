import type { WriteDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';

/**
 * Makes everybody else who moves this document wait until we are done, then tells how it stands. Two statements, because the
 * one that waits still sees the versions of before. Throws NOT_FOUND.
 */
export async function lockDocument(db: WriteDb, id: string) {
  const locked = await db.$queryRaw<unknown[]>`select id from documents where id = ${id}::uuid for no key update`;
  orNotFound(locked[0]);
  const { versions, transitions, ...document } = orNotFound(
    await db.document.findUnique({
      where: { id },
      select: {
        ...{ id: true, clientId: true, documentTypeId: true, title: true, status: true, publishedVersionId: true },
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
