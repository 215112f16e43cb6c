import { z } from 'zod';
import { recordId } from '@/lib/fields';
import { ticketCategories, ticketPriorities, ticketStatuses } from '@/lib/support/rule';

/** An absent field keeps its value; a null assignee is nobody. */
export const changeTicketInput = z.strictObject({
  id: recordId(),
  status: z.enum(ticketStatuses).optional(),
  priority: z.enum(ticketPriorities).optional(),
  category: z.enum(ticketCategories).optional(),
  assigneeId: recordId('unknownMember').nullable().optional(),
});

export const ticketStep = z.strictObject({ id: recordId() });

export type ChangeTicketInput = z.output<typeof changeTicketInput>;
export type TicketStep = z.output<typeof ticketStep>;
