import { authorColumns, type Notice, type SeedContext } from '@/prisma/seed/context';
import type { MessageData, TicketData } from '@/prisma/seed/story';
import { uuid7 } from '@/prisma/seed/uuid7';

/** Writes the tickets in the order they were opened, each with its messages, internal notes and changes of status. */
export async function writeTickets(context: SeedContext): Promise<void> {
  const opened = (ticket: TicketData) => context.at(ticket.at).getTime();
  for (const data of [...context.story.tickets].sort((a, b) => opened(a) - opened(b))) {
    const ticket = await openTicket(context, data);
    for (const message of data.messages ?? []) await writeMessage(context, ticket, message);
    for (const note of data.notes ?? []) await writeNote(context, ticket, note);
    await writeStatus(context, ticket);
  }
}

type Ticket = { id: string; number: number; data: TicketData };

/** Opens a ticket as its client user, who alone may; the database gives the tenant's next number. */
function openTicket(context: SeedContext, data: TicketData): Promise<Ticket> {
  const { tenantId, idOf } = context;
  const { by, project, subject, category, priority, body } = data;
  const person = context.person(by);
  if (person.userType !== 'client') throw new Error(`Ticket "${subject}": '${by}' is not a client user`);
  const at = context.at(data.at);
  const id = uuid7();
  return context.actAsPerson(by, async (db) => {
    const [{ number }] = await db.$queryRaw<[{ number: number }]>`select next_ticket_number() as number`;
    await db.supportTicket.createMany({
      data: {
        ...{ id, tenantId, number, subject, category, priority, body },
        clientUserId: idOf('people', by),
        clientUserName: person.name,
        clientId: idOf('clients', person.client),
        projectId: project === undefined ? null : idOf('projects', project),
        createdAt: at,
        updatedAt: at,
        lastActivityAt: at,
      },
    });
    return { id, number, data };
  });
}

async function writeMessage(context: SeedContext, ticket: Ticket, { by, at, body }: MessageData): Promise<void> {
  const createdAt = context.at(at);
  const author = { ...authorColumns(context, by), authorType: context.person(by).userType };
  await context.actAsPerson(by, (db) =>
    db.ticketMessage.createMany({ data: { ...ticketColumns(context, ticket), ...author, body, createdAt } }),
  );
  if (by === ticket.data.by) return;
  const { name } = context.person(by);
  context.notices.push(noticeOf(ticket, { at: createdAt, kind: 'ticket_answered', facts: { by: name } }));
}

async function writeNote(context: SeedContext, ticket: Ticket, { by, at, body }: MessageData): Promise<void> {
  const author = authorColumns(context, by);
  const createdAt = context.at(at);
  await context.actAsPerson(by, (db) =>
    db.ticketNote.createMany({ data: { ...ticketColumns(context, ticket), ...author, body, createdAt } }),
  );
}

/** Sets the last status and the time of the last activity, and notes a notification for each change by the team. */
async function writeStatus(context: SeedContext, ticket: Ticket): Promise<void> {
  const { changes = [], messages = [], by: opener, at: openedAt } = ticket.data;
  for (const { to: status, at, by } of changes)
    if (by !== opener)
      context.notices.push(noticeOf(ticket, { at: context.at(at), kind: 'ticket_status_changed', facts: { status } }));
  const times = [openedAt, ...messages.map(({ at }) => at), ...changes.map(({ at }) => at)];
  const lastActivityAt = new Date(Math.max(...times.map((at) => context.at(at).getTime())));
  const last = changes.at(-1);
  const closedAt = last?.to === 'closed' ? context.at(last.at) : null;
  await context.actAsPerson(context.story.admin, (db) =>
    db.supportTicket.updateMany({
      where: { id: ticket.id },
      data: { status: last?.to ?? 'open', closedAt, lastActivityAt, updatedAt: lastActivityAt },
    }),
  );
}

function ticketColumns({ tenantId, idOf }: SeedContext, { id, data }: Ticket) {
  return { tenantId, clientUserId: idOf('people', data.by), ticketId: id };
}

function noticeOf(
  { id, number, data }: Ticket,
  { facts, to, ...notice }: Pick<Notice, 'at' | 'kind' | 'facts'> & Partial<Pick<Notice, 'to'>>,
): Notice {
  const record = { recordType: 'ticket', recordId: id } as const;
  return { ...notice, ...record, facts: { number, subject: data.subject, ...facts }, to: to ?? [data.by] };
}
