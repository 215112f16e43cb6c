import type { StoredFile } from '@/prisma/seed/files/storage';

/** The row of `stored_files` for a file that is in the storage. */
export function storedFileRow(tenantId: string, file: StoredFile, createdAt: Date) {
  return { ...file, tenantId, byteSize: BigInt(file.byteSize), status: 'stored' as const, createdAt };
}
