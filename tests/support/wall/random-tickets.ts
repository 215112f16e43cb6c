import type pg from 'pg';
import { TicketStatus } from '@/lib/db/generated/enums';
import { insertRow, mark } from '@/tests/support/factories/rows';
import {
  createTicket,
  createTicketAttachment,
  createTicketMessage,
  createTicketNote,
  createTicketRead,
  createTicketTopic,
} from '@/tests/support/factories/tickets';
import type { Choose, ClientMember, TeamMember } from '@/tests/support/wall/random-tenant';

type Cast = { people: readonly ClientMember[]; team: readonly TeamMember[]; choose: Choose };
type Record = { recordType: string; recordId: string };

/** For each person a ticket that they and one of the team have read, and one about a record of the project. */
export async function seedTickets(owner: pg.Client, cast: Cast, { id: projectId }: { id: string }): Promise<void> {
  const { rows } = await owner.query<Record>(
    `select 'phase' as "recordType", id as "recordId" from phases where project_id = $1
     union all select 'document', id from documents where project_id = $1
     union all select 'photo', id from photos where project_id = $1
     union all select 'time_entry', id from time_entries where project_id = $1`,
    [projectId],
  );
  for (const person of cast.people) {
    const read = await seedTicket(owner, cast, person, null);
    for (const reader of [person, cast.choose.one(cast.team)]) await createTicketRead(owner, read, reader);
    await createTicketTopic(owner, await seedTicket(owner, cast, person, projectId), cast.choose.one(rows));
  }
}

/** A ticket about each kind of money. */
export async function seedMoneyTickets(owner: pg.Client, person: Omit<ClientMember, 'userType'>): Promise<void> {
  const { rows } = await owner.query<Record>(
    `(select distinct on (status) 'invoice' as "recordType", id as "recordId" from invoices where client_id = $1)
     union all (select distinct on (i.status) 'invoice_line', l.id from invoice_lines l join invoices i on i.id = l.invoice_id where i.client_id = $1)
     union all (select 'ledger_entry', id from ledger_entries where party_id = $1 limit 1)`,
    [person.clientId],
  );
  for (const record of rows) await createTicketTopic(owner, await createTicket(owner, person), record);
}

/**
 * A ticket, with a project one that the team has opened, with messages of client and team, and files on the ticket, on messages and on an internal note, also such as their holder's
 * author did not bring.
 */
async function seedTicket(owner: pg.Client, { team, choose }: Cast, author: ClientMember, projectId: string | null) {
  const [member, other] = [choose.one(team), choose.one(team)];
  const assigned = projectId === null ? { assigneeId: member.id, assigneeName: member.name } : {};
  const status = choose.one(Object.values(TicketStatus));
  const opened = projectId === null ? {} : { openedById: member.id, openedByName: member.name };
  const ticket = await createTicket(owner, author, { status, projectId, ...assigned, ...opened });
  const tokenHash = new TextEncoder().encode(mark());
  await insertRow(owner, 'reply_addresses', {
    tenantId: author.tenantId,
    userId: author.id,
    ticketId: ticket.id,
    tokenHash,
  });
  const question = await createTicketMessage(owner, ticket, author);
  for (const attachedById of [author.id, member.id]) await createTicketAttachment(owner, ticket, { attachedById });
  await createTicketAttachment(owner, ticket, { messageId: question.id });
  for (const writer of team) {
    const { id: messageId } = await createTicketMessage(owner, ticket, writer);
    if (projectId !== null) continue;
    for (const attachedById of [writer.id, other.id])
      await createTicketAttachment(owner, ticket, { messageId, attachedById });
  }
  const note = await createTicketNote(owner, ticket, member);
  await createTicketAttachment(owner, ticket, { noteId: note.id, attachedById: member.id });
  return ticket;
}
