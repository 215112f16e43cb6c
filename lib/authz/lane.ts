import type { GuestActor, ReadingActor } from '@/lib/authz/actor';
import type { Lane } from '@/lib/waiting-line';

/** The lane of an actor's costly work: all people of a tenant, its clients included, share one. */
export function laneOf(actor: ReadingActor | GuestActor): Lane {
  return 'tenantId' in actor ? `tenant ${actor.tenantId}` : 'operator';
}
