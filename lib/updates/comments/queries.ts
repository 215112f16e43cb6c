import type { ReadDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import type { Page } from '@/lib/paging';
import { type CommentFilter, commentOrder, type UpdateComment } from '@/lib/updates/comments/schemas';

const columns = { id: true, body: true, authorName: true, authorType: true, createdAt: true } as const;

/** The comments on an update, the oldest first. Throws NOT_FOUND for an update out of sight, VALIDATION on `cursor`. */
export async function listComments(db: ReadDb, filter: CommentFilter): Promise<Page<UpdateComment>> {
  const { id: updateId } = filter;
  orNotFound(await db.projectUpdate.findUnique({ where: { id: updateId }, select: { id: true } }));
  const rows = await db.projectComment.findMany({ ...commentOrder.seek(filter, { updateId }), select: columns });
  const { data, nextCursor } = commentOrder.page(rows, filter);
  return { data: data.map(toComment), nextCursor };
}

/** One comment. Throws NOT_FOUND. */
export async function getComment(db: ReadDb, { id }: { id: string }): Promise<UpdateComment> {
  return toComment(orNotFound(await db.projectComment.findUnique({ where: { id }, select: columns })));
}

type Row = { id: string; body: string; authorName: string; authorType: string; createdAt: Date };

function toComment({ authorType, createdAt, ...row }: Row): UpdateComment {
  return { ...row, byClient: authorType === 'client', writtenAt: createdAt.toISOString() };
}
