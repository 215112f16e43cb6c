import type { Columns, Kind, Rows } from '@/tests/support/wall/subject';
import type { TableName } from '@/tests/support/wall/world';

// Shapes of who-sees-what.ts.

/** The rows of a table that a kind may read, and the readable columns of these rows. */
export type ReadRule<T extends TableName> = { rows: Rows<T>; columns: Columns<T> };
export type ReadRules = { [T in TableName]: { says: string } & { [K in Kind]?: ReadRule<T> } };

export const sees = <T extends TableName>(rows: Rows<T>, columns: Columns<T> = 'all'): ReadRule<T> => ({
  rows,
  columns,
});
