import type { ReadDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import type { Page } from '@/lib/paging';
import { type NoteFilter, noteOrder, type UpdateNote } from '@/lib/updates/comments/schemas';

const columns = { id: true, body: true, authorName: true, createdAt: true } as const;

/** The internal comments on an update, the oldest first. Throws NOT_FOUND, VALIDATION on `cursor`. */
export async function listNotes(db: ReadDb, filter: NoteFilter): Promise<Page<UpdateNote>> {
  const { id: updateId } = filter;
  orNotFound(await db.projectUpdate.findUnique({ where: { id: updateId }, select: { id: true } }));
  const rows = await db.updateNote.findMany({ ...noteOrder.seek(filter, { updateId }), select: columns });
  const { data, nextCursor } = noteOrder.page(rows, filter);
  return { data: data.map(toNote), nextCursor };
}

/** One internal comment. Throws NOT_FOUND. */
export async function getNote(db: ReadDb, { id }: { id: string }): Promise<UpdateNote> {
  return toNote(orNotFound(await db.updateNote.findUnique({ where: { id }, select: columns })));
}

function toNote({ createdAt, ...row }: { id: string; body: string; authorName: string; createdAt: Date }): UpdateNote {
  return { ...row, writtenAt: createdAt.toISOString() };
}
