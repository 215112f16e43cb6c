import type { WriteDb } from '@/lib/db/handles';

/** Serialises the writers of one person's hours until commit, so that each counts the minutes of the one before. */
export async function lockHours(db: WriteDb, userId: string): Promise<void> {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`hours ${userId}`}, 0))`;
}
