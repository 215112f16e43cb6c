import type { ClientActor, TeamActor } from '@/lib/authz/actor';
import type { WriteDb } from '@/lib/db/handles';
import { conflict, orNotFound } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';
import type { CommentForm, WriteCommentInput } from '@/lib/updates/comments/schemas';

type Made = { id: string };

/** Writes a comment under a published update, which both sides read. Throws NOT_FOUND, and CONFLICT for a draft. */
export async function writeComment(
  db: WriteDb,
  { id: updateId, body }: WriteCommentInput,
  actor: ClientActor | TeamActor,
): Promise<Made> {
  const { publishedAt, ...update } = await updateToComment(db, updateId);
  if (publishedAt === null) throw conflict('updateIsDraft');
  const { projectId, clientId, title } = update;
  const place = { tenantId: actor.tenantId, clientId, projectId, updateId };
  const author = { authorId: actor.userId, authorName: actor.name, authorType: actor.userType };
  const { id } = await db.projectComment.create({ data: { ...place, ...author, body }, select: { id: true } });
  await recordEvent(db, actor, {
    name: 'comment.written',
    recordId: id,
    facts: { clientId, projectId, updateId, title },
  });
  return { id };
}

/** Writes an internal comment, on a draft too. Throws NOT_FOUND. */
export async function writeNote(
  db: WriteDb,
  { id: updateId, body }: WriteCommentInput,
  actor: TeamActor,
): Promise<Made> {
  const { projectId, clientId, title } = await updateToComment(db, updateId);
  const place = { tenantId: actor.tenantId, clientId, projectId, updateId };
  const author = { authorId: actor.userId, authorName: actor.name };
  const { id } = await db.updateNote.create({ data: { ...place, ...author, body }, select: { id: true } });
  await recordEvent(db, actor, { name: 'comment.noted', recordId: id, facts: { projectId, updateId, title } });
  return { id };
}

/** The team's form: a comment for both sides, or an internal one. Throws what the two throw. */
export function commentByForm(db: WriteDb, { isInternal, ...comment }: CommentForm, actor: TeamActor): Promise<Made> {
  return isInternal ? writeNote(db, comment, actor) : writeComment(db, comment, actor);
}

async function updateToComment(db: WriteDb, id: string) {
  const select = { projectId: true, clientId: true, title: true, publishedAt: true } as const;
  return orNotFound(await db.projectUpdate.findUnique({ where: { id }, select }));
}
