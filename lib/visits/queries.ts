import type { ReadDb } from '@/lib/db/handles';
import { type Visit, type VisitPlace, visitAt } from '@/lib/visits/rule';

/** The present visit of a person to a place, with the instant after which records are new to them. */
export async function findVisit(db: ReadDb, userId: string, place: VisitPlace): Promise<Visit> {
  return visitAt(Date.now(), await db.visit.findUnique({ where: { userId_place: { userId, place } } }));
}
