import { v7 as uuidv7 } from 'uuid';
import type { GuestActor } from '@/lib/authz/actor';
import { writeAsGuest } from '@/lib/authz/scope';
import type { GuestPlace } from '@/lib/db/generated/enums';

/** What a guest looked at: a place, and of a project or a file also which. */
export type Visited = { place: GuestPlace; recordId?: string; name?: string };

/** Adds a line to the log of the pass, unless the same was looked at within these ten minutes. Opens its own transaction. */
export async function recordGuestVisit(
  guest: GuestActor,
  { place, recordId = null, name = null }: { place: GuestPlace; recordId?: string | null; name?: string | null },
): Promise<void> {
  const { guestId: passId, tenantId, ownerId: userId, origin } = guest;
  // In SQL, because the database says when it was, and guests read no line back.
  await writeAsGuest(
    guest,
    (db) => db.$executeRaw`
      insert into guest_visits (id, tenant_id, user_id, pass_id, place, record_id, name, user_agent)
      values (${uuidv7()}::uuid, ${tenantId}::uuid, ${userId}::uuid, ${passId}::uuid, ${place}::guest_place, ${recordId}::uuid,
        ${name?.slice(0, 300) ?? null}, ${origin.userAgent}) on conflict do nothing`,
  );
}
