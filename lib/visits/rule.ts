/** The places of the portal that mark new records. */
export const visitPlaces = ['home', 'documents', 'gallery'] as const;
export type VisitPlace = (typeof visitPlaces)[number];

const minute = 60_000;
/** Milliseconds within which a further look belongs to the same visit; recordVisit has the same span in SQL. */
const ongoing = 30 * minute;
/** Milliseconds after which a look is recorded again, so that turning pages does not write a row each time. */
const fresh = 5 * minute;
/** Milliseconds before now that count as new on a first visit; otherwise every record would be new. */
const lately = 14 * 24 * 60 * minute;

export type Visit = {
  /** Records added after this instant are new to the person. */
  newSince: Date;
  /** Whether `newSince` is the last visit; otherwise this is the first. */
  isReturning: boolean;
  /** Whether this visit is to be recorded (again). */
  unrecorded: boolean;
};

/** The visit at `now`, from the stored row of the person and place; null where there is none. */
export function visitAt(now: number, stored: { seenAt: Date; previousAt: Date | null } | null): Visit {
  const age = stored ? now - stored.seenAt.getTime() : Number.POSITIVE_INFINITY;
  const last = stored && age > ongoing ? stored.seenAt : (stored?.previousAt ?? null);
  return { newSince: last ?? new Date(now - lately), isReturning: last !== null, unrecorded: age > fresh };
}

/** Whether a record added at this instant is new. */
export function isNew(at: string, { newSince }: Visit): boolean {
  return new Date(at) > newSince;
}
