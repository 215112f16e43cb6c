import { z } from 'zod';
import { line, recordId } from '@/lib/fields';
import { markdownText } from '@/lib/message-text';
import { listOrder, pageQuery } from '@/lib/paging';
import { unknownPlaceholders } from '@/lib/support/saved-replies/rule';

export const savedReply = z.object({
  id: z.uuid(),
  name: z.string(),
  body: z.string().describe('With placeholders such as {person_name}.'),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});

/** A saved reply in the words of one ticket. */
export const filledReply = savedReply.pick({ id: true, name: true, body: true });

export const savedReplyOrder = listOrder('SavedReply', 'saved-replies', [
  { column: 'name', kind: 'text' },
  { column: 'id', kind: 'id' },
]);

export const savedReplyFilter = pageQuery(savedReplyOrder);

const body = markdownText(5000).refine((text) => unknownPlaceholders(text).length === 0, 'unknownPlaceholder');

export const createSavedReplyInput = z.strictObject({ name: line(80), body });
export const changeSavedReplyInput = z.strictObject({
  id: recordId(),
  name: line(80).optional(),
  body: body.optional(),
});
export const savedReplyId = z.strictObject({ id: recordId() });

/** `id` is the ticket's. */
export const filledReplyId = z.strictObject({ id: recordId(), replyId: recordId() });

export type SavedReply = z.output<typeof savedReply>;
export type FilledReply = z.output<typeof filledReply>;
export type SavedReplyFilter = z.output<typeof savedReplyFilter>;
export type CreateSavedReplyInput = z.output<typeof createSavedReplyInput>;
export type ChangeSavedReplyInput = z.output<typeof changeSavedReplyInput>;
