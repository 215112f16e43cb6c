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
