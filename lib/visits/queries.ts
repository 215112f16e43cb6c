import type { ReadDb } from '@/lib/db/handles';

/** The places of the portal that mark what is new. */
export type VisitPlace = 'documents' | 'gallery';

const minute = 60_000;
/** A visit goes on as long as the person was here a moment ago. */
const ongoing = 30 * minute;
/** Written again only so often: a person who turns pages needs no row for each. */
const fresh = 5 * minute;
/** Who comes for the first time would find everything new; what came lately is. */
const lately = 14 * 24 * 60 * minute;

export type Visit = {
  /** What came after this is new to the person. */
  newSince: Date;
  /** Whether that is when they were here last; otherwise it is their first time. */
  isReturning: boolean;
  /** Whether this visit is to be written down (again). */
  unrecorded: boolean;
};

/** What the person whose scope this is has not seen yet in a place, counted from the visit before this one. */
export async function findVisit(db: ReadDb, userId: string, place: VisitPlace): Promise<Visit> {
  const visit = await db.visit.findUnique({ where: { userId_place: { userId, place } } });
  const now = Date.now();
  const age = visit ? now - visit.seenAt.getTime() : Number.POSITIVE_INFINITY;
  const last = visit && age > ongoing ? visit.seenAt : (visit?.previousAt ?? null);
  return { newSince: last ?? new Date(now - lately), isReturning: last !== null, unrecorded: age > fresh };
}

/** Whether something that came at this instant is new. */
export function isNew(at: string, { newSince }: Visit): boolean {
  return new Date(at) > newSince;
}
