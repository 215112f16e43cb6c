import { z } from 'zod';
import { recordId } from '@/lib/fields';

/** `messageId` is the last message shown, or the ticket's own id for its question. */
export const markReadInput = z.strictObject({ id: recordId(), messageId: recordId() });

export const unreadTickets = z.object({
  unread: z.number().int().describe('Tickets with something new, up to 100.'),
});

export type MarkReadInput = z.output<typeof markReadInput>;
