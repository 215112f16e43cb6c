/** Whether the database can keep every text in this: PostgreSQL knows neither NUL nor half of a surrogate pair. */
export function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0') && !/\p{Surrogate}/u.test(value);
  return value === null || typeof value !== 'object' || Object.values(value).every(isStorable);
}
