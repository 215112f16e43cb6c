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
  const data = { passId, tenantId, userId, place, recordId, name: name?.slice(0, 300) ?? null };
  // createMany, because create reads the row back and guests read none.
  await writeAsGuest(guest, (db) =>
    db.guestVisit.createMany({ skipDuplicates: true, data: { ...data, userAgent: origin.userAgent } }),
  );
}
