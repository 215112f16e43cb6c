/** clientUserId → client_user_id, as the API writes it. */
export function snakeCase(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** client_user_id → clientUserId. A key that is not snake_case stays as it is, so that the schema refuses it as unknown. */
export function camelCase(key: string): string {
  return /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(key)
    ? key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
    : `?${key}`;
}

/** The unknown key that `camelCase` marked, as the caller wrote it. */
export function asWritten(path: string): string {
  return path
    .split('.')
    .map((part) => (part.startsWith('?') ? part.slice(1) : snakeCase(part)))
    .join('.');
}

/** The same value with every key renamed, at any depth. Lists and plain objects are walked; all else is kept. */
export function renameKeys(value: unknown, rename: (key: string) => string): unknown {
  if (Array.isArray(value)) return value.map((entry) => renameKeys(entry, rename));
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [rename(key), renameKeys(entry, rename)]));
}
