import type { TeamActor } from '@/lib/authz/actor';
import type { WriteDb } from '@/lib/db/handles';
import { conflict, invalid } from '@/lib/errors';
import type { AnyEvent } from '@/lib/events/catalogue';
import { recordEvents } from '@/lib/events/record';
import type { ChangeTicketInput, TicketStep } from '@/lib/support/handling/schemas';
import { factsOf, lockTicket } from '@/lib/support/lock';
import { ticketNumber } from '@/lib/support/rule';
import { withoutUndefined } from '@/lib/without-undefined';

type Made = { id: string };

/**
 * Changes the status, priority, category or assignee of a ticket. Throws NOT_FOUND, VALIDATION for an assignee who is not of the
 * team, CONFLICT for closing a closed ticket.
 */
export async function changeTicket(db: WriteDb, input: ChangeTicketInput, actor: TeamActor): Promise<Made> {
  const { id, status: to, priority, category, assigneeId } = input;
  const ticket = await lockTicket(db, id);
  const { status: from } = ticket;
  if (to === 'closed' && from === 'closed') throw conflict('ticketClosed', { number: ticketNumber(ticket.number) });
  const before = await db.supportTicket.findUniqueOrThrow({
    where: { id },
    select: { priority: true, category: true, assigneeName: true },
  });
  const isMoved = to !== undefined && to !== from;
  const isAssigned = assigneeId !== undefined && assigneeId !== ticket.assigneeId;
  const assigned = isAssigned ? { assigneeId, assigneeName: await nameOf(db, assigneeId) } : {};
  const details = withoutUndefined({
    priority: priority === before.priority ? undefined : priority,
    category: category === before.category ? undefined : category,
  });
  const now = new Date();
  const moved = isMoved
    ? {
        status: to,
        lastActivityAt: now,
        closedAt: to === 'closed' ? now : null,
        ...(to === 'closed' ? { waitingSince: null } : {}),
      }
    : {};
  const data = { ...moved, ...assigned, ...details };
  if (Object.keys(data).length === 0) return { id };
  await db.supportTicket.update({ where: { id }, data, select: { id: true } });
  const facts = { ...factsOf(ticket), ...(isAssigned ? { assigneeId } : {}) };
  const { assigneeId: _, ...about } = facts;
  const events: AnyEvent[] = [];
  if (isMoved) events.push({ name: 'ticket.status_changed', recordId: id, facts: { ...facts, from, to } });
  if (isAssigned) events.push({ name: 'ticket.assigned', recordId: id, facts });
  if (Object.keys(details).length > 0)
    events.push({ name: 'ticket.changed', recordId: id, facts: { ...about, ...details }, was: before });
  await recordEvents(db, actor, events);
  return { id };
}

/** Closes a ticket. Throws NOT_FOUND, and CONFLICT for a closed one. */
export function closeTicket(db: WriteDb, { id }: TicketStep, actor: TeamActor): Promise<Made> {
  return changeTicket(db, { id, status: 'closed' }, actor);
}

/** Opens a closed ticket again. Throws NOT_FOUND. */
export function reopenTicket(db: WriteDb, { id }: TicketStep, actor: TeamActor): Promise<Made> {
  return changeTicket(db, { id, status: 'open' }, actor);
}

/** Assigns a ticket to the actor. Throws NOT_FOUND. */
export function takeTicket(db: WriteDb, { id }: TicketStep, actor: TeamActor): Promise<Made> {
  return changeTicket(db, { id, assigneeId: actor.userId }, actor);
}

/** The name of an active member of the team; null for nobody. Throws VALIDATION. */
async function nameOf(db: WriteDb, id: string | null): Promise<string | null> {
  if (id === null) return null;
  const [member] = await db.$queryRaw<{ name: string }[]>`select name from team_members() where id = ${id}::uuid`;
  if (!member) throw invalid({ assigneeId: 'unknownMember' });
  return member.name;
}
