import { Prisma } from '@/lib/db/generated/client';
import type { ReadDb, WriteDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import type { Page } from '@/lib/paging';
import type { TicketFile, TicketMessage } from '@/lib/support/schemas';
import type { MessageFilter } from '@/lib/support/thread/schemas';

type Row = Omit<TicketMessage, 'createdAt' | 'attachments'> & { createdAt: Date; attachments: TicketFile[] | null };

/** The files of a row of `w`. */
const files = (holder: Prisma.Sql) => Prisma.sql`(
  select json_agg(json_build_object('id', a.id, 'fileName', f.file_name, 'contentType', f.content_type, 'byteSize', f.byte_size)
    order by a.created_at, a.id)
  from ticket_attachments a join stored_files f on f.id = a.file_id where ${holder}) as attachments`;

/** The texts of a ticket before `bound`, as unions of one shape: its question, its messages, and for the team its notes. */
function texts(id: string, notes: boolean, behind: Prisma.Sql, most: number): Prisma.Sql {
  const part = (own: Prisma.Sql, holder: Prisma.Sql, from: Prisma.Sql) => Prisma.sql`
    (select w.id, w.body, ${own}, w.created_at as "createdAt", ${files(holder)} ${from} and ${behind}
      order by w.created_at desc, w.id desc limit ${most})`;
  const question = part(
    Prisma.sql`coalesce(w.opened_by_name, w.client_user_name) as "authorName", w.opened_by_name is null as "byClient", false as "isInternal"`,
    Prisma.sql`a.ticket_id = w.id and a.message_id is null and a.note_id is null`,
    Prisma.sql`from support_tickets w where w.id = ${id}::uuid`,
  );
  const messages = part(
    Prisma.sql`w.author_name, w.author_type = 'client', false`,
    Prisma.sql`a.ticket_id = w.ticket_id and a.message_id = w.id`,
    Prisma.sql`from ticket_messages w where w.ticket_id = ${id}::uuid`,
  );
  const internal = part(
    Prisma.sql`w.author_name, false, true`,
    Prisma.sql`a.ticket_id = w.ticket_id and a.note_id = w.id`,
    Prisma.sql`from ticket_notes w where w.ticket_id = ${id}::uuid`,
  );
  return Prisma.join(notes ? [question, messages, internal] : [question, messages], ' union all ');
}

/**
 * The messages of a ticket, the latest first, in one statement. The question of the ticket is the first message of all and has the
 * ticket's id. With `notes` the team's internal notes stand among them. `cursor` is the id of a text, whose page starts behind it.
 */
export async function listMessages(
  db: ReadDb | WriteDb,
  { id, limit, cursor }: MessageFilter,
  { notes }: { notes: boolean },
): Promise<Page<TicketMessage>> {
  const at = Prisma.sql`coalesce((select created_at from ticket_messages where id = ${cursor ?? null}::uuid and ticket_id = ${id}::uuid)
    ${notes ? Prisma.sql`, (select created_at from ticket_notes where id = ${cursor ?? null}::uuid and ticket_id = ${id}::uuid)` : Prisma.empty})`;
  const behind = cursor === undefined ? Prisma.sql`true` : Prisma.sql`(w.created_at, w.id) < (${at}, ${cursor}::uuid)`;
  const rows = await db.$queryRaw<Row[]>`
    ${texts(id, notes, behind, limit + 1)} order by "createdAt" desc, id desc limit ${limit + 1}`;
  const data = rows.slice(0, limit).map(toMessage);
  return { data, nextCursor: rows.length > limit ? (data.at(-1)?.id ?? null) : null };
}

/** The most messages on one page of a ticket. */
const mostShown = 200;

export type Thread = { messages: TicketMessage[]; hasEarlier: boolean };

/** The last messages of a ticket, or the last before one of them, oldest first. Throws NOT_FOUND. */
export async function getThread(
  db: ReadDb | WriteDb,
  { id, before }: { id: string; before?: string | undefined },
  kind: { notes: boolean },
): Promise<Thread> {
  const { data, nextCursor } = await listMessages(db, { id, limit: mostShown, cursor: before }, kind);
  if (before === undefined) orNotFound(data[0]);
  return { messages: data.reverse(), hasEarlier: nextCursor !== null };
}

/** One message, or note, of a ticket. Throws NOT_FOUND. */
export async function getMessage(
  db: ReadDb | WriteDb,
  { id, messageId }: { id: string; messageId: string },
  { notes }: { notes: boolean },
): Promise<TicketMessage> {
  const only = Prisma.sql`w.id = ${messageId}::uuid`;
  const rows = await db.$queryRaw<Row[]>`${texts(id, notes, only, 1)}`;
  return toMessage(orNotFound(rows[0]));
}

function toMessage({ createdAt, attachments, ...row }: Row): TicketMessage {
  return { ...row, attachments: attachments ?? [], createdAt: createdAt.toISOString() };
}
