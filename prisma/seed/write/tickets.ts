import type { WriteDb } from '@/lib/db/handles';
import { findTopicRecord } from '@/lib/support/topics/queries';
import { authorColumns, type Notice, type SeedContext } from '@/prisma/seed/context';
import type { MessageData, TicketData } from '@/prisma/seed/story';
import { uuid7 } from '@/prisma/seed/uuid7';
import { storedFileRow } from '@/prisma/seed/write/stored-files';

/** Writes the tickets in the order they were opened, each with its messages, internal notes and changes of status. */
export async function writeTickets(context: SeedContext): Promise<void> {
  const opened = (ticket: TicketData) => context.at(ticket.at).getTime();
  for (const data of [...context.story.tickets].sort((a, b) => opened(a) - opened(b))) {
    const ticket = await openTicket(context, data);
    for (const message of data.messages ?? []) await writeMessage(context, ticket, message);
    for (const note of data.notes ?? []) await writeNote(context, ticket, note);
    await writeStatus(context, ticket);
    await writeReads(context, ticket);
  }
  await writeSupport(context);
}

/** The targets of the tenant, and the answers that its people give again. */
async function writeSupport({ story, tenantId, at, actAsPerson }: SeedContext): Promise<void> {
  const { replies, ...targets } = story.support;
  const createdAt = at(`${story.tenant.since} 12:00`);
  const own = { tenantId, createdAt, updatedAt: createdAt };
  await actAsPerson(story.admin, async (db) => {
    await db.supportSettings.createMany({ data: { tenantId, ...targets, updatedAt: createdAt } });
    await db.savedReply.createMany({ data: replies.map((reply) => ({ ...reply, ...own })) });
  });
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
        askedAt: at,
        waitingSince: at,
      },
    });
    const place = { tenantId, clientUserId: idOf('people', by), ticketId: id };
    await attachPictures(context, data, db, place);
    if (data.aboutPhase) await askAboutPhase(db, place, idOf('phases', data.aboutPhase));
    return { id, number, data };
  });
}

type Place = { tenantId: string; clientUserId: string; ticketId: string };

/** The pictures of the question, each a file of the person who asks. */
async function attachPictures(context: SeedContext, data: TicketData, db: WriteDb, place: Place): Promise<void> {
  const at = context.at(data.at);
  const files = (data.pictures ?? []).map(context.files.picture);
  const { clientUserId: attachedById } = place;
  // A person stores files as pending and marks them when a record refers to them.
  const rows = files.map((file) => ({
    ...storedFileRow(place.tenantId, file, at),
    status: 'pending' as const,
    attachedById,
  }));
  await db.storedFile.createMany({ data: rows });
  await db.storedFile.updateMany({ where: { id: { in: files.map(({ id }) => id) } }, data: { status: 'stored' } });
  await db.ticketAttachment.createMany({
    data: files.map(({ id: fileId }) => ({ ...place, fileId, attachedById, createdAt: at })),
  });
}

async function askAboutPhase(db: WriteDb, place: Place, id: string): Promise<void> {
  const asked = await findTopicRecord(db, { type: 'phase', id });
  if (!asked) throw new Error(`The person of a ticket does not see phase ${id}`);
  await db.ticketTopic.createMany({ data: { ...place, recordType: 'phase', recordId: id, snapshot: asked.snapshot } });
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

/** Sets the last status, who answers and what is known of the times, and notes a notification for each change by the team. */
async function writeStatus(context: SeedContext, ticket: Ticket): Promise<void> {
  const { changes = [], messages = [], by: opener, at: openedAt, assignee } = ticket.data;
  for (const { to: status, at, by } of changes)
    if (by !== opener)
      context.notices.push(noticeOf(ticket, { at: context.at(at), kind: 'ticket_status_changed', facts: { status } }));
  const last = changes.at(-1);
  const closedAt = last?.to === 'closed' ? context.at(last.at) : null;
  const asked = [openedAt, ...messages.filter(({ by }) => by === opener).map(({ at }) => at)].map(context.at);
  const answered = messages.filter(({ by }) => by !== opener).map(({ at }) => context.at(at));
  const answeredAt = answered.at(-1) ?? null;
  const data = {
    status: last?.to ?? 'open',
    closedAt,
    lastActivityAt: lastActivityOf(context, ticket),
    updatedAt: lastActivityOf(context, ticket),
    askedAt: asked.at(-1) ?? context.at(openedAt),
    answeredAt,
    firstAnsweredAt: answered[0] ?? null,
    waitingSince: closedAt ? null : (asked.find((at) => answeredAt === null || at > answeredAt) ?? null),
    ...(assignee && { assigneeId: context.idOf('people', assignee), assigneeName: context.person(assignee).name }),
  };
  await context.actAsPerson(context.story.admin, (db) =>
    db.supportTicket.updateMany({ where: { id: ticket.id }, data }),
  );
}

function lastActivityOf(context: SeedContext, { data }: Ticket): Date {
  const { changes = [], messages = [], at } = data;
  return new Date(Math.max(...[data, ...messages, ...changes].map((one) => context.at(one.at ?? at).getTime())));
}

/** Everybody has read what is closed; its person up to their last message, and of the team who wrote. */
async function writeReads(context: SeedContext, ticket: Ticket): Promise<void> {
  const { by: opener, messages = [], changes = [] } = ticket.data;
  const isClosed = changes.at(-1)?.to === 'closed';
  const end = lastActivityOf(context, ticket);
  const written = new Map<string, Date>([[opener, context.at(ticket.data.at)]]);
  for (const { by, at } of messages) written.set(by, context.at(at));
  for (const [person, at] of written)
    await context.actAsPerson(person, (db) =>
      db.ticketRead.createMany({
        data: {
          ...ticketColumns(context, ticket),
          userId: context.idOf('people', person),
          readAt: isClosed ? end : at,
        },
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
