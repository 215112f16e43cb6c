import type { ClientActor, TeamActor } from '@/lib/authz/actor';
import type { WriteDb } from '@/lib/db/handles';
import type { MarkReadInput } from '@/lib/support/reads/schemas';

/** Notes that a person has read a ticket up to a message. What the wall hides from them is left out, and no mark moves back. */
export async function markTicketRead(
  db: WriteDb,
  { id, messageId }: MarkReadInput,
  { userId }: ClientActor | TeamActor,
): Promise<void> {
  await db.$executeRaw`
    insert into ticket_reads as r (ticket_id, user_id, tenant_id, client_user_id, read_at)
    select t.id, ${userId}::uuid, t.tenant_id, t.client_user_id,
      coalesce((select m.created_at from ticket_messages m where m.id = ${messageId}::uuid and m.ticket_id = t.id), t.created_at)
    from support_tickets t where t.id = ${id}::uuid
    on conflict (ticket_id, user_id) do update set read_at = greatest(r.read_at, excluded.read_at)`;
}
