import type { ReadDb } from '@/lib/db/handles';

/**
 * How many tickets hold something new for a person, up to 100: an answer for a client user; for the team a question that waits, of a
 * ticket that is assigned to the reader or to nobody.
 */
export async function countUnreadTickets(db: ReadDb, { userId }: { userId: string }): Promise<{ unread: number }> {
  const [row] = await db.$queryRaw<{ unread: number }[]>`select unread_tickets(${userId}::uuid) as unread`;
  return { unread: row?.unread ?? 0 };
}
