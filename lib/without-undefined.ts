/** The fields of a change that are not undefined. Null stays, because it removes a value. */
export function withoutUndefined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const named = Object.entries(fields).filter(([, value]) => value !== undefined);
  // Object.fromEntries loses the types of the keys; only undefined values were removed.
  return Object.fromEntries(named) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
