import { v7 as uuidv7 } from 'uuid';
import type { ClientActor, TeamActor } from '@/lib/authz/actor';
import { Prisma } from '@/lib/db/generated/client';
import type { WriteDb } from '@/lib/db/handles';
import { invalid } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';
import { factsOf, type LockedTicket, lockTicket } from '@/lib/support/lock';
import { requireSeen } from '@/lib/support/replies/checks';
import type { AnswerInput, ReplyInput } from '@/lib/support/replies/schemas';
import type { TicketStatus } from '@/lib/support/rule';

type Made = { id: string };

/**
 * A client user writes on their ticket; a closed one is open again. `fileIds` are files that they have just brought. Returns the
 * message. Throws NOT_FOUND, and CONFLICT for a message of the team that they have not seen.
 */
export async function replyToTicket(
  db: WriteDb,
  { id: ticketId, body, seenMessageId }: ReplyInput,
  actor: ClientActor,
  fileIds: readonly string[] = [],
): Promise<Made> {
  const ticket = await lockTicket(db, ticketId);
  await requireSeen(db, { ticketId, seenMessageId }, actor);
  const id = await addMessage(db, ticket, body, actor);
  await attach(db, ticket, { messageId: id }, fileIds, actor);
  const status = ticket.status === 'closed' ? 'open' : ticket.status;
  await db.$executeRaw`
    update support_tickets set status = ${status}::ticket_status, closed_at = null, last_activity_at = ${at(id)}, asked_at = ${at(id)},
      waiting_since = coalesce(waiting_since, ${at(id)}), updated_at = now() where id = ${ticketId}::uuid`;
  await recordEvent(db, actor, {
    name: 'ticket.answered',
    recordId: ticketId,
    facts: { ...factsOf(ticket), messageId: id, byClient: true },
  });
  await recordMove(db, ticket, status, actor);
  return { id };
}

/**
 * The team answers a ticket, and closes it where `close` is set; an open one is in progress from then on. Returns the message. Throws
 * NOT_FOUND, CONFLICT for a message of another person that the writer has not seen, VALIDATION for a note that closes.
 */
export async function answerTicket(
  db: WriteDb,
  { id: ticketId, body, seenMessageId, isInternal, close }: AnswerInput,
  actor: TeamActor,
  fileIds: readonly string[] = [],
): Promise<Made> {
  if (isInternal && close) throw invalid({ close: 'noteCloses' });
  const ticket = await lockTicket(db, ticketId);
  if (isInternal) return noteTicket(db, ticket, body, actor, fileIds);
  await requireSeen(db, { ticketId, seenMessageId }, actor);
  const id = await addMessage(db, ticket, body, actor);
  await attach(db, ticket, { messageId: id }, fileIds, actor);
  const status = close ? 'closed' : ticket.status === 'open' ? 'in_progress' : ticket.status;
  await db.$executeRaw`
    update support_tickets set status = ${status}::ticket_status, last_activity_at = ${at(id)}, answered_at = ${at(id)},
      first_answered_at = coalesce(first_answered_at, ${at(id)}), waiting_since = null,
      closed_at = case when ${status} = 'closed' then coalesce(closed_at, ${at(id)}) end, updated_at = now() where id = ${ticketId}::uuid`;
  await recordEvent(db, actor, {
    name: 'ticket.answered',
    recordId: ticketId,
    facts: { ...factsOf(ticket), messageId: id, byClient: false },
  });
  await recordMove(db, ticket, status, actor);
  return { id };
}

/** Adds an internal note, which no client sees and which is no activity for them. The ticket is locked. */
async function noteTicket(
  db: WriteDb,
  ticket: LockedTicket,
  body: string,
  actor: TeamActor,
  fileIds: readonly string[],
): Promise<Made> {
  const id = uuidv7();
  const { userId: authorId, name: authorName } = actor;
  await db.ticketNote.createMany({ data: [{ id, ...placeOf(ticket), authorId, authorName, body }] });
  await attach(db, ticket, { noteId: id }, fileIds, actor);
  await recordEvent(db, actor, {
    name: 'ticket.noted',
    recordId: ticket.id,
    facts: { ...factsOf(ticket), noteId: id },
  });
  return { id };
}

const placeOf = ({ tenantId, clientUserId, id: ticketId }: LockedTicket) => ({ tenantId, clientUserId, ticketId });

async function addMessage(db: WriteDb, ticket: LockedTicket, body: string, actor: ClientActor | TeamActor) {
  const id = uuidv7();
  const { userId: authorId, name: authorName, userType: authorType } = actor;
  await db.ticketMessage.createMany({ data: [{ id, ...placeOf(ticket), authorId, authorName, authorType, body }] });
  return id;
}

/** The time of a message, which the database has set. */
const at = (id: string) => Prisma.sql`(select created_at from ticket_messages where id = ${id}::uuid)`;

/** Refers to files that the actor has just brought, from a message, a note, or the question of the ticket itself. */
export async function attach(
  db: WriteDb,
  ticket: Pick<LockedTicket, 'id' | 'tenantId' | 'clientUserId'>,
  holder: { messageId?: string; noteId?: string },
  fileIds: readonly string[],
  { userId: attachedById }: ClientActor | TeamActor,
): Promise<void> {
  const { tenantId, clientUserId, id: ticketId } = ticket;
  const place = { tenantId, clientUserId, ticketId, attachedById, ...holder };
  if (fileIds.length > 0)
    await db.ticketAttachment.createMany({ data: fileIds.map((fileId) => ({ ...place, fileId })) });
}

async function recordMove(db: WriteDb, ticket: LockedTicket, to: TicketStatus, actor: ClientActor | TeamActor) {
  const { id: recordId, status: from } = ticket;
  if (from === to) return;
  await recordEvent(db, actor, { name: 'ticket.status_changed', recordId, facts: { ...factsOf(ticket), from, to } });
}
