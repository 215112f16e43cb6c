import { z } from 'zod';
import { recordId, text } from '@/lib/fields';
import { listOrder, pageQuery } from '@/lib/paging';

/** A comment on an update, by the team or by a person of the client. */
export const updateComment = z.object({
  id: z.uuid(),
  body: z.string(),
  authorName: z.string(),
  byClient: z.boolean(),
  writtenAt: z.iso.datetime(),
});

/** An internal comment: only the team reads it. */
export const updateNote = updateComment.omit({ byClient: true });

/** The oldest first. */
export const commentOrder = listOrder('ProjectComment', 'update-comments', [
  { column: 'createdAt', kind: 'instant' },
  { column: 'id', kind: 'id' },
]);
export const noteOrder = listOrder('UpdateNote', 'update-notes', [
  { column: 'createdAt', kind: 'instant' },
  { column: 'id', kind: 'id' },
]);

/** `id` is the update's. */
export const commentFilter = pageQuery(commentOrder).extend({ id: recordId() });
export const noteFilter = pageQuery(noteOrder).extend({ id: recordId() });

/** `id` is the update's. */
export const writeCommentInput = z.strictObject({ id: recordId(), body: text(5000) });

/** The team's form: one field, and whether only the team reads it. */
export const commentForm = writeCommentInput.extend({ isInternal: z.boolean().default(false) });

export type UpdateComment = z.output<typeof updateComment>;
export type UpdateNote = z.output<typeof updateNote>;
export type CommentFilter = z.output<typeof commentFilter>;
export type NoteFilter = z.output<typeof noteFilter>;
export type WriteCommentInput = z.output<typeof writeCommentInput>;
export type CommentForm = z.output<typeof commentForm>;
