import type { ReadDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import { type ServedFile, servedColumns } from '@/lib/storage/columns';

/** A file of ticket `id`; the wall hides those of internal notes from clients. Throws NOT_FOUND. */
export async function getAttachment(
  db: ReadDb,
  { id: ticketId, attachmentId: id }: { id: string; attachmentId: string },
): Promise<ServedFile> {
  const select = { file: { select: servedColumns } };
  return orNotFound(await db.ticketAttachment.findUnique({ where: { id, ticketId }, select })).file;
}
