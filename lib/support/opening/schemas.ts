import { z } from 'zod';
import { markdownText } from '@/lib/message-text';
import { ticketCategories, ticketPriorities } from '@/lib/support/rule';
import { topicTypes } from '@/lib/support/topics/rule';
import { line, recordId } from '@/lib/text-fields';

/** What opening a ticket takes; also checked in the browser, so that nothing here needs the server. */
export const openTicketInput = z.strictObject({
  subject: line(200),
  body: markdownText(),
  category: z.enum(ticketCategories).nullish(),
  priority: z.enum(ticketPriorities).nullish(),
  projectId: recordId('unknownProject').nullish(),
  about: z
    .strictObject({ type: z.enum(topicTypes), id: recordId('unknownRecord') })
    .nullish()
    .describe('The record that the ticket asks about.'),
});

/** What the team opens a ticket with: the person of a client whom it is for, instead of a record to ask about. */
export const openTicketForInput = openTicketInput.omit({ about: true }).extend({
  clientUserId: recordId('unknownPerson').describe('A person of a client who can open the portal.'),
});

export type OpenTicketForInput = z.output<typeof openTicketForInput>;
export type OpenTicketInput = z.output<typeof openTicketInput>;
