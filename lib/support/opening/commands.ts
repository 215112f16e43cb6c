import { v7 as uuidv7 } from 'uuid';
import type { ClientActor, TeamActor } from '@/lib/authz/actor';
import type { WriteDb } from '@/lib/db/handles';
import { invalid, orNotFound } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';
import { requirePortalPerson } from '@/lib/support/opening/checks';
import type { OpenTicketForInput, OpenTicketInput } from '@/lib/support/opening/schemas';
import { attach } from '@/lib/support/replies/commands';
import { findTopicRecord } from '@/lib/support/topics/queries';

type Made = { id: string; number: number };

/**
 * A client user opens a ticket. What it asks about is kept as they see it now, and its project is the ticket's where they name none.
 * Throws VALIDATION for a project or a record that they do not see.
 */
export async function openTicket(
  db: WriteDb,
  input: OpenTicketInput,
  actor: ClientActor,
  fileIds: readonly string[] = [],
): Promise<Made> {
  const { subject, body, about } = input;
  const asked = about ? await findTopicRecord(db, about) : null;
  if (about && !asked) throw invalid({ 'about.id': 'unknownRecord' });
  const projectId = input.projectId ?? asked?.projectId ?? null;
  if (input.projectId && !(await db.project.findUnique({ where: { id: input.projectId }, select: { id: true } })))
    throw invalid({ projectId: 'unknownProject' });
  const { tenantId, clientId, userId: clientUserId, name: clientUserName } = actor;
  const id = uuidv7();
  const [category, priority] = [input.category ?? 'question', input.priority ?? 'normal'];
  // As late as possible: other tickets of the business wait for the number from here on. Not by Prisma, which would read the row back.
  const numbered = await db.$queryRaw<{ number: number }[]>`
    insert into support_tickets (id, tenant_id, client_id, client_user_id, client_user_name, project_id, number, subject, category, priority, body, updated_at)
    values (${id}::uuid, ${tenantId}::uuid, ${clientId}::uuid, ${clientUserId}::uuid, ${clientUserName}, ${projectId}::uuid,
      next_ticket_number(), ${subject}, ${category}::ticket_category, ${priority}::ticket_priority, ${body}, now())
    returning number`;
  const { number } = orNotFound(numbered[0]);
  if (about && asked)
    await db.ticketTopic.createMany({
      data: [
        { ticketId: id, tenantId, clientUserId, recordType: about.type, recordId: about.id, snapshot: asked.snapshot },
      ],
    });
  await attach(db, { id, tenantId, clientUserId }, {}, fileIds, actor);
  const facts = { clientId, clientUserId, number, subject, projectId };
  await recordEvent(db, actor, { name: 'ticket.opened', recordId: id, facts });
  return { id, number };
}

/**
 * The team opens a ticket for a person of a client, who is told of it and whose turn it is. It is assigned to its opener. Throws
 * VALIDATION for a person who cannot open the portal, and for a project of another client.
 */
export async function openTicketFor(
  db: WriteDb,
  { clientUserId, projectId = null, ...input }: OpenTicketForInput,
  actor: TeamActor,
  fileIds: readonly string[] = [],
): Promise<Made> {
  const person = await requirePortalPerson(db, clientUserId);
  const { clientId } = person;
  if (projectId && !(await db.project.findFirst({ where: { id: projectId, clientId }, select: { id: true } })))
    throw invalid({ projectId: 'unknownProject' });
  const { tenantId, userId, name } = actor;
  const { subject, body } = input;
  const id = uuidv7();
  const [category, priority] = [input.category ?? 'question', input.priority ?? 'normal'];
  const numbered = await db.$queryRaw<{ number: number }[]>`
    insert into support_tickets (id, tenant_id, client_id, client_user_id, client_user_name, project_id, number, subject, category, priority,
      body, opened_by_id, opened_by_name, assignee_id, assignee_name, asked_at, waiting_since, updated_at)
    values (${id}::uuid, ${tenantId}::uuid, ${clientId}::uuid, ${clientUserId}::uuid, ${person.name}, ${projectId}::uuid, next_ticket_number(),
      ${subject}, ${category}::ticket_category, ${priority}::ticket_priority, ${body}, ${userId}::uuid, ${name}, ${userId}::uuid, ${name},
      null, null, now())
    returning number`;
  const { number } = orNotFound(numbered[0]);
  // The database has set the time of the row: it is that of the team's first message.
  await db.$executeRaw`update support_tickets set answered_at = created_at, first_answered_at = created_at, last_activity_at = created_at
    where id = ${id}::uuid`;
  await attach(db, { id, tenantId, clientUserId }, {}, fileIds, actor);
  const facts = { clientId, clientUserId, number, subject, projectId };
  await recordEvent(db, actor, { name: 'ticket.opened', recordId: id, facts });
  return { id, number };
}
