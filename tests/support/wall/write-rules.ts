import { type Columns, type Kind, type Me, type Rows, same } from '@/tests/support/wall/subject';
import type { TableName, World } from '@/tests/support/wall/world';

// Predicates and shapes of who-writes-what.ts.

/** `becomes` is the condition on a changed row; without it, any change of the columns is allowed. */
export type AllowedActions<T extends TableName> = {
  adds?: { rows: Rows<T>; columns: Columns<T> };
  changes?: { rows: Rows<T>; columns: Columns<T>; becomes?: Rows<T> };
  removes?: Rows<T>;
};
export type WhoWrites = { [T in TableName]: { [K in Kind]?: AllowedActions<T> } };

type Test<R> = (row: R, me: Me, world: World) => boolean;

export const team = <T extends TableName>(actions: AllowedActions<T>) => ({ staff: actions, admin: actions });
export const everyone = <T extends TableName>(actions: AllowedActions<T>) => ({
  client: actions,
  ...team(actions),
  platform: actions,
});
export const adds = <T extends TableName>(rows: Rows<T>, columns: Columns<T> = 'all') => ({ rows, columns });
export const both =
  <A, B>(one: Test<A>, other: Test<B>): Test<A & B> =>
  (row, me, world) =>
    one(row, me, world) && other(row, me, world);

/** The column holds my user id. */
export const by =
  <C extends string>(column: C): Test<Record<C, string | null>> =>
  (row, me) =>
    same(row[column], me.userId);
export const inOwnName: Test<{ authorId: string; authorType: string }> = ({ authorId, authorType }, me) =>
  same(authorId, me.userId) && authorType === me.kind;
export const revoked = ({ revokedAt }: { revokedAt: Date | null }) => revokedAt !== null;
/** No line of an invoice bills the hours. */
export const isUnbilled = ({ invoiceLineId }: { invoiceLineId: string | null }) => invoiceLineId === null;
