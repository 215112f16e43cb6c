import { z } from 'zod';
import { recordId } from '@/lib/fields';

/** The query of every list at the API: at most 200 records, from the one after `cursor` on. */
export const pageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: recordId().optional(),
});

export type PageQuery = z.infer<typeof pageQuery>;

/** A page of a list; `nextCursor` is null on the last one. */
export type Page<T> = { data: T[]; nextCursor: string | null };

/**
 * The arguments of a findMany for one page and one row more, which tells whether there is a next. The cursor is the id of
 * the last row seen; the query's order must end in `id` so that the place is exact.
 */
export function pageArguments({ limit, cursor }: PageQuery) {
  return { take: limit + 1, ...(cursor ? { cursor: { id: cursor }, skip: 1 } : {}) };
}

/** Turns limit + 1 rows into a page. */
export function pageOf<T extends { id: string }>(rows: T[], { limit }: PageQuery): Page<T> {
  const data = rows.slice(0, limit);
  return { data, nextCursor: rows.length > limit ? (data.at(-1)?.id ?? null) : null };
}
