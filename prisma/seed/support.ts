import type { Stage } from '@/prisma/seed/stage';
import type { TicketStory, WordsStory } from '@/prisma/seed/story';

/** Tickets in the order they were opened, with messages, internal notes, and how their status went on. */
export async function writeSupport(stage: Stage): Promise<void> {
  const opened = (ticket: TicketStory) => stage.at(ticket.at).getTime();
  for (const ticket of [...stage.story.tickets].sort((a, b) => opened(a) - opened(b))) {
    const number = await openTicket(stage, ticket);
    for (const message of ticket.messages ?? []) await answer(stage, ticket, message, number);
    for (const note of ticket.notes ?? []) await addNote(stage, ticket, note);
    await settle(stage, ticket, number);
  }
}

/** Done by the client, who alone may open one; the number is the tenant's next. */
function openTicket(stage: Stage, ticket: TicketStory): Promise<number> {
  const { by, project, subject, category, priority, body } = ticket;
  const at = stage.at(ticket.at);
  return stage.inNameOf(by, async (db) => {
    const [{ number }] = await db.$queryRaw<[{ number: number }]>`select next_ticket_number() as number`;
    const author = {
      clientUserId: stage.idOf(by),
      clientUserName: by.name,
      clientId: stage.idOf(by.client),
    };
    await db.supportTicket.createMany({
      data: {
        id: stage.idOf(ticket),
        tenantId: stage.tenantId,
        number,
        ...author,
        projectId: project ? stage.idOf(project) : null,
        subject,
        category,
        priority,
        body,
        createdAt: at,
        updatedAt: at,
        lastActivityAt: at,
      },
    });
    return number;
  });
}

async function answer(stage: Stage, ticket: TicketStory, message: WordsStory, number: number): Promise<void> {
  const { by, body } = message;
  const createdAt = stage.at(message.at);
  const author = { authorId: stage.idOf(by), authorName: by.name, authorType: by.userType };
  await stage.inNameOf(by, (db) =>
    db.ticketMessage.createMany({ data: { ...placeOf(stage, ticket), ...author, body, createdAt } }),
  );
  if (by === ticket.by) return;
  const facts = { number, subject: ticket.subject, author: by.name };
  stage.notices.push({ ...noticeOf(stage, ticket), at: createdAt, kind: 'ticket_answered', facts });
}

async function addNote(stage: Stage, ticket: TicketStory, { by, at, body }: WordsStory): Promise<void> {
  const author = { authorId: stage.idOf(by), authorName: by.name };
  await stage.inNameOf(by, (db) =>
    db.ticketNote.createMany({ data: { ...placeOf(stage, ticket), ...author, body, createdAt: stage.at(at) } }),
  );
}

async function settle(stage: Stage, ticket: TicketStory, number: number): Promise<void> {
  const changes = ticket.changes ?? [];
  for (const { to: status, at, by } of changes) {
    const facts = { number, subject: ticket.subject, status };
    if (by !== ticket.by)
      stage.notices.push({ ...noticeOf(stage, ticket), at: stage.at(at), kind: 'ticket_status_changed', facts });
  }
  const last = changes.at(-1);
  const spoken = [ticket, ...(ticket.messages ?? []), ...changes].map(({ at }) => stage.at(at).getTime());
  const lastActivityAt = new Date(Math.max(...spoken));
  const closedAt = last?.to === 'closed' ? stage.at(last.at) : null;
  await stage.inNameOf(stage.story.admin, (db) =>
    db.supportTicket.updateMany({
      where: { id: stage.idOf(ticket) },
      data: { status: last?.to ?? 'open', closedAt, lastActivityAt, updatedAt: lastActivityAt },
    }),
  );
}

function placeOf({ tenantId, idOf }: Stage, ticket: TicketStory) {
  return { tenantId, clientUserId: idOf(ticket.by), ticketId: idOf(ticket) };
}

function noticeOf({ idOf }: Stage, ticket: TicketStory) {
  return { recordType: 'support_ticket' as const, recordId: idOf(ticket), to: [ticket.by] };
}
