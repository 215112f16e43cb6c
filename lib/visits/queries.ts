import type { ReadDb } from '@/lib/db/handles';

/** The places of the portal that mark what is new. */
export type VisitPlace = 'documents' | 'gallery';

/** A visit that goes on, as long as the person was here a moment ago. */
const ongoing = 30 * 60_000;
/** Written again only so often: a person who turns pages needs no row for each. */
const fresh = 5 * 60_000;

export type Visit = {
  /** What came after this is new to the person; null where everything is. */
  newSince: Date | null;
  /** Whether this visit is to be written down (again). */
  unrecorded: boolean;
};

/** What the person whose scope this is has not seen yet in a place, counted from the visit before this one. */
export async function findVisit(db: ReadDb, userId: string, place: VisitPlace, now = new Date()): Promise<Visit> {
  const visit = await db.visit.findUnique({ where: { userId_place: { userId, place } } });
  if (!visit) return { newSince: null, unrecorded: true };
  const age = now.getTime() - visit.seenAt.getTime();
  return { newSince: age > ongoing ? visit.seenAt : visit.previousAt, unrecorded: age > fresh };
}

/** Whether something that came at this instant is new. */
export function isNew(at: string, { newSince }: Visit): boolean {
  return newSince === null || new Date(at) > newSince;
}
