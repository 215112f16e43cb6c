import type { Actor } from '@/lib/authz/actor';
import type { WriteDb } from '@/lib/db/handles';
import { conflict } from '@/lib/errors';
import { excerptOf } from '@/lib/markdown';

type Crossing = { id: string; authorName: string; body: string };

/**
 * Throws CONFLICT where another person has written on the ticket since the writer last saw it: with the newest such message in words,
 * and its id. The ticket is locked.
 */
export async function requireSeen(
  db: WriteDb,
  { ticketId, seenMessageId }: { ticketId: string; seenMessageId: string | null | undefined },
  { userId }: Actor,
): Promise<void> {
  if (!seenMessageId) return;
  const [newer] = await db.$queryRaw<Crossing[]>`
    select m.id, m.author_name as "authorName", m.body from ticket_messages m
    where m.ticket_id = ${ticketId}::uuid and m.author_id <> ${userId}::uuid and (m.created_at, m.id) > (
      select coalesce(max(s.created_at), '-infinity'::timestamptz), ${seenMessageId}::uuid from ticket_messages s
      where s.id = ${seenMessageId}::uuid and s.ticket_id = ${ticketId}::uuid)
    order by m.created_at desc, m.id desc limit 1`;
  if (!newer) return;
  const params = { name: newer.authorName, text: excerptOf(newer.body, 300) };
  throw conflict('ticketCrossed', params, { last_message_id: newer.id });
}
