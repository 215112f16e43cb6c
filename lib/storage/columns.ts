import type { Prisma } from '@/lib/db/generated/client';

/** The columns that a file route needs: `select: { file: { select: servedColumns } }`. */
export const servedColumns = {
  storageKey: true,
  fileName: true,
  contentType: true,
  byteSize: true,
  sha256: true,
  status: true,
  createdAt: true,
} satisfies Prisma.StoredFileSelect;

export type ServedFile = Prisma.StoredFileGetPayload<{ select: typeof servedColumns }>;
