import { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';

/** A list that a statement reads together with others: its query, and the answer made of a row, which travelled as JSON. */
export type Part<T> = { query: Prisma.Sql; ofRow: (row: never) => T };

/** A part; an instant of its rows is a text, and a bigint has to be cast to one. */
export function part<Row, T>(query: Prisma.Sql, ofRow: (row: Row) => T): Part<T> {
  return { query, ofRow };
}

type Lists<P extends Record<string, Part<unknown>>> = {
  [K in keyof P]: P[K] extends Part<infer T> ? T[] : never;
};

/** The rows of several queries in one statement and one round trip, for pages that show a little of much. */
export async function readTogether<P extends Record<string, Part<unknown>>>(db: ReadDb, parts: P): Promise<Lists<P>> {
  const lists = Object.values(parts).map(
    ({ query }) => Prisma.sql`coalesce((select json_agg(part) from (${query}) part), '[]')`,
  );
  const [row] = await db.$queryRaw<{ lists: never[][] }[]>`select json_build_array(${Prisma.join(lists)}) as lists`;
  const read = Object.entries(parts).map(([name, { ofRow }], at) => [name, (row?.lists[at] ?? []).map(ofRow)]);
  // The types of `part` tie a query to its rows; JSON has lost them.
  return Object.fromEntries(read) as Lists<P>;
}
