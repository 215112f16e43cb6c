import type { Prisma } from '@/lib/db/generated/client';
import { orNotFound } from '@/lib/errors';
import type { TrailArchive } from '@/lib/trail-archives/schemas';

/** The columns of a list of archives. */
export const archiveColumns = {
  ...{ id: true, number: true, lineCount: true, firstAt: true, lastAt: true, byteSize: true },
  ...{ sha256: true, publicKey: true, sealedAt: true, createdAt: true },
} satisfies Prisma.AuditArchiveSelect;

type Row = Prisma.AuditArchiveGetPayload<{ select: typeof archiveColumns }>;

/** A sealed archive as it is answered: a check of the database keeps its columns filled. */
export function toArchive({ id, ...row }: Row): TrailArchive {
  return {
    id,
    number: orNotFound(row.number),
    lineCount: orNotFound(row.lineCount),
    firstAt: orNotFound(row.firstAt).toISOString(),
    lastAt: orNotFound(row.lastAt).toISOString(),
    byteSize: Number(orNotFound(row.byteSize)),
    sha256: Buffer.from(orNotFound(row.sha256)).toString('hex'),
    publicKey: Buffer.from(orNotFound(row.publicKey)).toString('base64'),
    sealedAt: orNotFound(row.sealedAt).toISOString(),
  };
}
