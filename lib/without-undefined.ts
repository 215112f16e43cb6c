/** The fields that a change names: those that are not undefined. Null is named: it takes a value away. */
export function withoutUndefined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const named = Object.entries(fields).filter(([, value]) => value !== undefined);
  // Object.fromEntries forgets the keys' types; nothing but undefined was taken out.
  return Object.fromEntries(named) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
