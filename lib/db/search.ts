import { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';

/** The condition of a search on a column `searchText`, for Prisma. */
export type Matches = { contains: string };

/**
 * The condition that a record's `searchText` contains what a person typed, or null where nothing was typed. The database folds
 * the question by the function that folded the column (oriel_fold), so both agree on case, accents and normal forms.
 */
export async function searching(db: ReadDb, question: string | undefined): Promise<Matches | null> {
  if (!question) return null;
  const [row] = await db.$queryRaw<{ folded: string }[]>`select oriel_fold(${question}) as folded`;
  // Prisma makes a LIKE of it without escaping the wildcards: a search for “100 %” matches only this text.
  return { contains: literal(row?.folded ?? '') };
}

/** What a search found: the records, or the condition where so many match that a list in its order finds them sooner. */
export type Found = { ids: string[] } | { matches: Matches };

/** The functions of prisma/policies/definer.sql that find a word by an index; each gives one more id than `mostFound` of each text. */
const finders = {
  projects: Prisma.sql`matching_projects`,
  clients: Prisma.sql`matching_clients`,
  people: Prisma.sql`matching_people`,
  tickets: Prisma.sql`matching_tickets`,
};
export const mostFound = 500;

/** The records of the tenant whose text (or that of what names them) contains what a person typed; null where nothing was typed. */
export async function finding(
  db: ReadDb,
  kind: keyof typeof finders,
  question: string | undefined,
): Promise<Found | null> {
  const matches = await searching(db, question);
  if (!matches) return null;
  const rows = await db.$queryRaw<{ id: string }[]>`select id::text from ${finders[kind]}(${likePattern(matches)}) id`;
  return rows.length > mostFound ? { matches } : { ids: rows.map(({ id }) => id) };
}

/** The condition that a record is one of those found; `among` is the condition for a word that many have. */
export function isFound<Where extends object>(found: Found | null, among: (matches: Matches) => Where) {
  if (!found) return {};
  return 'ids' in found ? { id: { in: found.ids } } : among(found.matches);
}

/** The same condition as a pattern of LIKE, for statements in SQL. */
export function likePattern({ contains }: Matches): string {
  return `%${contains}%`;
}

/** The condition that the column equals this text, case-insensitively. */
export function saying(text: string): { equals: string; mode: 'insensitive' } {
  return { equals: literal(text), mode: 'insensitive' };
}

/** Escapes the text as a LIKE pattern that matches only this text. */
function literal(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
