/** clientUserId → client_user_id, as the API writes it. */
export function snakeCase(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** client_user_id → clientUserId. A key that is not snake_case is marked with `?`, so that the schema refuses it as unknown. */
export function camelCase(key: string): string {
  return /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(key)
    ? key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
    : `?${key}`;
}

/** A field's path in snake_case; keys that `camelCase` marked appear as the caller wrote them. */
export function asWritten(path: string): string {
  return path
    .split('.')
    .map((part) => (part.startsWith('?') ? part.slice(1) : snakeCase(part)))
    .join('.');
}

/** A copy of the value with every key of its lists and plain objects renamed, at any depth. Other values are kept. */
export function renameKeys(value: unknown, rename: (key: string) => string): unknown {
  if (Array.isArray(value)) return value.map((entry) => renameKeys(entry, rename));
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [rename(key), renameKeys(entry, rename)]));
}
