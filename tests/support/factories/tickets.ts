import type pg from 'pg';
import type { Author } from '@/tests/support/factories/identity';
import { createStoredFile } from '@/tests/support/factories/records';
import { insertRow, type Wishes } from '@/tests/support/factories/rows';

// Factories of tickets, with the rows of their files.

type TicketParent = { tenantId: string; clientUserId: string; id: string };

let lastNumber = 0;

/** A ticket opened by a client user. */
export const createTicket = (
  owner: pg.Client,
  author: { tenantId: string; clientId: string; id: string; name: string },
  wishes: Wishes<'support_tickets'> = {},
) =>
  insertRow(owner, 'support_tickets', {
    tenantId: author.tenantId,
    clientId: author.clientId,
    clientUserId: author.id,
    clientUserName: author.name,
    number: ++lastNumber,
    subject: 'A window sticks',
    body: 'The window in the kitchen sticks.',
    ...(wishes.status === 'closed' ? { closedAt: new Date() } : {}),
    ...wishes,
  });

export const createTicketMessage = (
  owner: pg.Client,
  ticket: TicketParent,
  { id: authorId, name: authorName, userType: authorType }: Author & { userType: 'client' | 'staff' | 'admin' },
  wishes: Wishes<'ticket_messages'> = {},
) => {
  const author = { authorId, authorName, authorType };
  return insertRow(owner, 'ticket_messages', { ...onTicket(ticket), ...author, body: 'Thank you.', ...wishes });
};

export const createTicketNote = (
  owner: pg.Client,
  ticket: TicketParent,
  { id: authorId, name: authorName }: Author,
  wishes: Wishes<'ticket_notes'> = {},
) => insertRow(owner, 'ticket_notes', { ...onTicket(ticket), authorId, authorName, body: 'Between us.', ...wishes });

/** A file on the ticket, or on the message or note that the overrides name, brought by its client user or by whom they name. */
export async function createTicketAttachment(
  owner: pg.Client,
  ticket: TicketParent,
  wishes: Wishes<'ticket_attachments'> = {},
) {
  const attachedById = wishes.attachedById ?? ticket.clientUserId;
  const fileId = wishes.fileId ?? (await createStoredFile(owner, ticket, { fileName: 'window.jpg', attachedById })).id;
  return insertRow(owner, 'ticket_attachments', { ...onTicket(ticket), fileId, attachedById, ...wishes });
}

/** The record that a ticket asks about. */
export const createTicketTopic = (
  owner: pg.Client,
  ticket: TicketParent,
  { recordType, recordId }: { recordType: string; recordId: string },
) => insertRow(owner, 'ticket_topics', { ...onTicket(ticket), recordType, recordId, snapshot: { title: 'Roof' } });

/** How far a person has read a ticket. */
export const createTicketRead = (owner: pg.Client, ticket: TicketParent, { id: userId }: { id: string }) =>
  insertRow(owner, 'ticket_reads', { ...onTicket(ticket), userId, readAt: new Date() });

const onTicket = ({ tenantId, clientUserId, id: ticketId }: TicketParent) => ({ tenantId, clientUserId, ticketId });
