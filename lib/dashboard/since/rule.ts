import { type Visit, type VisitPlace, visitAt } from '@/lib/visits/rule';

/** The stored looks of a person, by place; instants as text. */
export type StoredVisits = Partial<Record<VisitPlace, { seenAt: string; previousAt: string | null }>>;

/** Since when records are new to a person, and the present visit to the first page. */
export type Since = { home: Visit; documents: Date; photos: Date };

/**
 * A record is new from the last visit to the first page on, which named it. Documents and photos have pages of their own that mark
 * what is new: what was seen there is not named again.
 */
export function sinceOf(now: number, stored: StoredVisits): Since {
  const at = (place: VisitPlace) => {
    const { seenAt, previousAt } = stored[place] ?? {};
    return visitAt(
      now,
      seenAt ? { seenAt: new Date(seenAt), previousAt: previousAt ? new Date(previousAt) : null } : null,
    );
  };
  const home = at('home');
  const later = ({ isReturning, newSince }: Visit) =>
    isReturning && newSince > home.newSince ? newSince : home.newSince;
  return { home, documents: later(at('documents')), photos: later(at('gallery')) };
}
