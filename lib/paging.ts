import { z } from 'zod';
import { type CursorColumn, listCursor } from '@/lib/cursor';
import type { Prisma } from '@/lib/db/generated/client';
import { invalid } from '@/lib/errors';
import { wholeNumber } from '@/lib/fields';

/** The size of a page in rows. */
export const pageLimit = wholeNumber({ minimum: 1, maximum: 200 }).default(50);

/** The part of a page query that a list reads: `limit` in rows, and the cursor of the page before. */
export type PageQuery = { limit: number; cursor?: string | undefined };

/** A page of a list; `nextCursor` is null on the last one. */
export type Page<T> = { data: T[]; nextCursor: string | null };

/** The query of a list: `limit` and a cursor of one of its orders. Any other cursor is refused on `cursor`. */
export function pageQuery(...orders: { accepts: (cursor: string) => boolean }[]) {
  const known = (cursor: string) => orders.some((order) => order.accepts(cursor));
  return z.strictObject({ limit: pageLimit, cursor: z.string().max(8000).refine(known).optional() });
}

type Model<M extends Prisma.ModelName> = Prisma.TypeMap['model'][M];
type Scalars<M extends Prisma.ModelName> = Model<M>['payload']['scalars'];
type Relations<M extends Prisma.ModelName> = Model<M>['payload']['objects'];
type Where<M extends Prisma.ModelName> = NonNullable<Model<M>['operations']['findMany']['args']['where']>;
type OrderBy<M extends Prisma.ModelName> = Extract<
  NonNullable<Model<M>['operations']['findMany']['args']['orderBy']>,
  readonly unknown[]
>;

// An enum has no kind: its comparison is not leakproof, so PostgreSQL would use no index for it under row security.
type KindOf<T> = [T] extends [Date]
  ? 'instant'
  : [T] extends [number]
    ? 'whole'
    : [string] extends [T]
      ? 'text' | 'id'
      : never;

type Direction = { direction?: 'desc' };
/** The place of rows without a value; `never` where the list's own condition excludes them. */
type Nulls = { nulls: 'first' | 'last' | 'never' };

type PlainColumn<S> = {
  [C in keyof S & string]: Direction & { column: C; kind: KindOf<NonNullable<S[C]>>; of?: never } & (null extends S[C]
      ? Nulls
      : { nulls?: never });
}[keyof S & string];

/**
 * Only columns that are never null: a null then means that there is no related record. `key` is the column that shows this,
 * because Prisma's own condition requires every column of a composite key to be null and finds nothing.
 */
type RelatedColumn<Own, O> = {
  [R in keyof O & string]: NonNullable<O[R]> extends { scalars: infer S }
    ? {
        [C in keyof S & string]: null extends S[C]
          ? never
          : Direction & Nulls & { of: R; key: keyof Own & string; column: C; kind: KindOf<NonNullable<S[C]>> };
      }[keyof S & string]
    : never;
}[keyof O & string];

/** A column of an order; `of` names the to-one relation that it belongs to. */
type SortColumn<M extends Prisma.ModelName> = PlainColumn<Scalars<M>> | RelatedColumn<Scalars<M>, Relations<M>>;

type AnyColumn = CursorColumn & { of?: string | undefined; key?: string | undefined };

/** The columns that a query must select, because the next cursor contains their values. */
type SortedRow<C extends readonly AnyColumn[]> = {
  [E in C[number] as E extends { of: infer R extends string } ? R : E['column']]: E extends { of: string }
    ? { [K in E['column']]: string | number | Date | null } | null
    : string | number | Date | null;
};

/**
 * An order of a list, from its columns; the last one must be `id`, so that no two rows share a place. Each page
 * starts after the values of the last row (keyset pagination): it costs the same at any depth, and rows added or removed
 * between two pages neither repeat nor hide another one. `list` is part of the cursor.
 */
export function listOrder<M extends Prisma.ModelName, const C extends readonly SortColumn<M>[]>(
  _model: M,
  list: string,
  columns: C,
) {
  // The columns by their runtime shape: a conditional type per model cannot be read before the model is known.
  const sorted: readonly AnyColumn[] = columns as readonly AnyColumn[];
  const cursors = listCursor(list, sorted);
  const orderBy = sorted.map(orderOf);
  return {
    accepts: (cursor: string) => cursors.decode(cursor) !== null,

    /** The sort values after which the page of a cursor begins, for a statement in SQL; none for the first page. Throws VALIDATION. */
    after({ cursor }: PageQuery): Value[] {
      const values = cursor === undefined ? [] : cursors.decode(cursor);
      if (values === null) throw invalid({ cursor: 'invalid' });
      return values;
    },

    /** The findMany arguments of one page, with one extra row to detect a next page. Throws VALIDATION on `cursor`. */
    seek(query: PageQuery, where: Where<M>): { where: Where<M>; orderBy: OrderBy<M>; take: number } {
      const values = this.after(query);
      const conditions = values.length === 0 ? [where] : [where, bound(sorted[0], values[0]), behind(sorted, values)];
      // Names and kinds of the columns were checked against the model above; the conditions contain nothing else.
      return {
        where: { AND: conditions } as Where<M>,
        orderBy: orderBy as unknown as OrderBy<M>,
        take: query.limit + 1,
      };
    },

    /** Turns limit + 1 rows into a page. */
    page<Row extends SortedRow<C>>(rows: Row[], { limit }: PageQuery): Page<Row> {
      const data = rows.slice(0, limit);
      const last = rows.length > limit ? data.at(-1) : undefined;
      return { data, nextCursor: last ? cursors.encode(sorted.map((column) => sortValue(last, column))) : null };
    },
  };
}

type Value = string | number | Date | null;
type Condition = Record<string, unknown>;

function orderOf({ of, column, nulls, ...sorting }: AnyColumn): Condition {
  const direction = sorting.direction ?? 'asc';
  // PostgreSQL puts nulls last in an ascending and first in a descending order: given only where it differs.
  const usual = direction === 'asc' ? 'last' : 'first';
  const sort = nulls === undefined || nulls === 'never' || nulls === usual ? direction : { sort: direction, nulls };
  return of ? { [of]: { [column]: sort } } : { [column]: sort };
}

function sortValue(row: object, { of, column }: AnyColumn): Value {
  const record: object | null = of ? Reflect.get(row, of) : row;
  return record === null ? null : Reflect.get(record, column);
}

function where({ of, column }: AnyColumn, filter: unknown): Condition {
  return of ? { [of]: { [column]: filter } } : { [column]: filter };
}

function isNull({ key, column }: AnyColumn): Condition {
  return { [key ?? column]: null };
}

const nothing: Condition = { OR: [] };

/** Rows strictly after a value in the order of one column. */
function beyond(column: AnyColumn, value: Value): Condition {
  if (value === null) return column.nulls === 'first' ? { NOT: isNull(column) } : nothing;
  const further = where(column, column.direction === 'desc' ? { lt: value } : { gt: value });
  return column.nulls === 'last' ? { OR: [further, isNull(column)] } : further;
}

function equal(column: AnyColumn, value: Value): Condition {
  return value === null ? isNull(column) : where(column, { equals: value });
}

/** Rows after a row: after it in the first column, or equal there and after it in the others. */
function behind([column, ...others]: readonly AnyColumn[], [value = null, ...rest]: readonly Value[]): Condition {
  if (!column) return nothing;
  const strictly = beyond(column, value);
  return others.length === 0 ? strictly : { OR: [strictly, { AND: [equal(column, value), behind(others, rest)] }] };
}

/** A plain limit of the first column in addition to the alternatives of `behind`, so that an index can be used. */
function bound(column: AnyColumn | undefined, value: Value = null): Condition {
  if (!column || value === null || column.nulls === 'last') return {};
  return where(column, column.direction === 'desc' ? { lte: value } : { gte: value });
}
