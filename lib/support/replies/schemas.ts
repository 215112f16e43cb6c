import { z } from 'zod';
import { recordId } from '@/lib/fields';
import { markdownText } from '@/lib/message-text';

const reply = {
  /** The ticket. */
  id: recordId(),
  body: markdownText(),
  seenMessageId: recordId()
    .nullish()
    .describe('The last message that the writer has seen. A later one of another person is a conflict that shows it.'),
};

export const replyInput = z.strictObject(reply);

export const answerInput = z.strictObject({
  ...reply,
  isInternal: z.boolean().optional().describe('A note that only the team sees.'),
  close: z.boolean().optional().describe('Closes the ticket with the answer.'),
});

export type ReplyInput = z.output<typeof replyInput>;
export type AnswerInput = z.output<typeof answerInput>;
