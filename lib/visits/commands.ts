import type { ClientActor } from '@/lib/authz/actor';
import type { WriteDb } from '@/lib/db/handles';
import type { RecordVisitInput } from '@/lib/visits/schemas';

/**
 * Records a look at one place of the portal. A look after more than 30 minutes begins a new visit; within a visit the marks
 * of new records stay.
 */
export async function recordVisit(db: WriteDb, { place }: RecordVisitInput, actor: ClientActor): Promise<void> {
  await db.$executeRaw`
    insert into visits as v (tenant_id, user_id, place, seen_at)
    values (${actor.tenantId}::uuid, ${actor.userId}::uuid, ${place}::visit_place, now())
    on conflict (user_id, place) do update set seen_at = excluded.seen_at,
      previous_at = case when v.seen_at < excluded.seen_at - interval '30 minutes' then v.seen_at else v.previous_at end`;
}
