import type { ReadDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import { type ServedFile, servedColumns } from '@/lib/storage/columns';

/** The file that shows a claimed payment. Throws NOT_FOUND, also where there is none. */
export async function getProof(db: ReadDb, { id }: { id: string }): Promise<ServedFile> {
  const select = { proofFile: { select: servedColumns } };
  return orNotFound((await db.paymentClaim.findUnique({ where: { id }, select }))?.proofFile);
}
