import type { Table } from '@/prisma/seed/story';

/** The row with this key. Throws RangeError with the known keys if there is none. */
export function rowOf<Row>(table: Table<Row>, key: string, tableName: string): Row {
  if (!Object.hasOwn(table, key)) throw new RangeError(unknownKey(Object.keys(table), key, tableName));
  return table[key] as Row; // an own property of a Table is a Row
}

/** "no project 'vila' (known: villa, terrace)" */
export function unknownKey(known: readonly string[], key: string, tableName: string): string {
  return `no ${tableName} '${key}' (known: ${known.join(', ')})`;
}
