/** Whether the database can store every text in the value: PostgreSQL accepts neither NUL nor half of a surrogate pair. */
export function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0') && !/\p{Surrogate}/u.test(value);
  return value === null || typeof value !== 'object' || Object.values(value).every(isStorable);
}
