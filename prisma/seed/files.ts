import { createHash, randomBytes } from 'node:crypto';
import type { Stage } from '@/prisma/seed/stage';

const nothing = createHash('sha256').digest();

/** A file that has been announced, but whose bytes are not in the storage: it is "pending", empty, and nobody can fetch it. */
export function announcedFile({ tenantId }: Stage, id: string, fileName: string, contentType: string, createdAt: Date) {
  const storageKey = randomBytes(24).toString('base64url');
  return { id, tenantId, storageKey, fileName, contentType, byteSize: 0n, sha256: nothing, createdAt };
}
