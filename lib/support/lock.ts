import type { WriteDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import type { TicketStatus } from '@/lib/support/rule';

export type LockedTicket = {
  id: string;
  tenantId: string;
  clientId: string;
  clientUserId: string;
  number: number;
  subject: string;
  status: TicketStatus;
  assigneeId: string | null;
  waitingSince: Date | null;
};

/**
 * Locks the ticket's row until commit and returns its state, so that of a reply and a closing the later one decides. Two statements,
 * because a statement that waits for the lock still reads the row as it was. Throws NOT_FOUND.
 */
export async function lockTicket(db: WriteDb, id: string): Promise<LockedTicket> {
  const locked = await db.$queryRaw<unknown[]>`select id from support_tickets where id = ${id}::uuid for no key update`;
  orNotFound(locked[0]);
  const [row] = await db.$queryRaw<LockedTicket[]>`
    select id, tenant_id as "tenantId", client_id as "clientId", client_user_id as "clientUserId", number, subject, status::text,
      assignee_id as "assigneeId", waiting_since as "waitingSince"
    from support_tickets where id = ${id}::uuid`;
  return orNotFound(row);
}

/** What every event of a ticket says of it. */
export function factsOf({ clientId, clientUserId, number, subject, assigneeId }: LockedTicket) {
  return { clientId, clientUserId, number, subject, assigneeId };
}
