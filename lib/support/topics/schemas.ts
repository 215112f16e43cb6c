import { z } from 'zod';
import { topicTypes } from '@/lib/support/topics/rule';

/** A record as a client saw it when they asked about it. Empty where the kind has no such value. */
export const topicSnapshot = z.object({
  title: z.string(),
  on: z.iso.date().nullable().describe('The date of the record.'),
  amount: z.string().nullable().describe('A decimal in the currency.'),
  currency: z.string().nullable(),
  minutes: z.number().int().nullable(),
  percent: z.number().int().nullable(),
});

/** What a ticket asks about, as it was then. `parentId` is the project of a phase or an hour, the invoice of a line. */
export const ticketTopic = topicSnapshot.extend({
  type: z.enum(topicTypes),
  id: z.uuid(),
  parentId: z.uuid().nullable(),
});

export const storedSnapshot = topicSnapshot.extend({ parentId: z.uuid().nullable() });

export type StoredSnapshot = z.output<typeof storedSnapshot>;
export type TicketTopic = z.output<typeof ticketTopic>;
export type Topic = { type: TicketTopic['type']; id: string };
