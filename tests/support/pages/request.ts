import { vi } from 'vitest';

// What a page needs of Next and React outside their server: mocked by the test file with these (see pages-statements.test.ts).

let headers = new Headers();
let caches = new Map<unknown, Map<unknown, unknown>>();

/** Begins a request: its headers, and an empty cache of React. */
export function beginRequest(sent: Record<string, string>): void {
  headers = new Headers(sent);
  caches = new Map();
}

/** React's cache() of a server: per request, by the identity of each argument. React's own build for tests caches nothing. */
export function cache<A extends unknown[], R>(work: (...args: A) => R): (...args: A) => R {
  return (...args) => {
    let level = mapIn(caches, work);
    for (const argument of args) level = mapIn(level, argument);
    if (!level.has(caches)) level.set(caches, work(...args));
    // Only results of `work` are stored under this key.
    return level.get(caches) as R;
  };
}

function mapIn(level: Map<unknown, unknown>, key: unknown): Map<unknown, unknown> {
  const found = level.get(key);
  if (found instanceof Map) return found;
  const made = new Map<unknown, unknown>();
  level.set(key, made);
  return made;
}

export const nextHeaders = {
  headers: async () => headers,
  cookies: async () => ({
    get: (name: string) => {
      const [, value] = new RegExp(`(?:^|; )${name}=([^;]*)`).exec(headers.get('cookie') ?? '') ?? [];
      return value === undefined ? undefined : { name, value };
    },
  }),
};

const words = Object.assign((key: string) => key, { rich: (key: string) => key, has: () => true, raw: () => [] });
export const nextIntl = {
  getTranslations: async () => words,
  getLocale: async () => 'en',
  getMessages: async () => ({}),
};

/** Calls the async components among the elements of a page, as the server does; the others read nothing. */
export async function renderAsync(node: unknown): Promise<void> {
  if (Array.isArray(node)) for (const child of node) await renderAsync(child);
  else if (typeof node === 'object' && node !== null && 'props' in node && 'type' in node) {
    const { type, props } = node as { type: unknown; props: Record<string, unknown> };
    if (typeof type === 'function' && type.constructor.name === 'AsyncFunction') await renderAsync(await type(props));
    for (const value of Object.values(props)) await renderAsync(value);
  }
}

/** Each statement that the portal sends to the database while `work` runs, in order. The connection `except` is the test's own. */
export async function statementsOf(
  client: { prototype: { query: (...args: never[]) => unknown } },
  except: unknown,
  work: () => Promise<void>,
): Promise<{ text: string; values: unknown[] }[]> {
  const sent: { text: string; values: unknown[] }[] = [];
  const original = client.prototype.query;
  const spy = vi.spyOn(client.prototype, 'query').mockImplementation(function (this: unknown, ...args: never[]) {
    const [query, values] = args as unknown as [string | { text: string; values?: unknown[] }, unknown[] | undefined];
    const text = typeof query === 'string' ? query : query.text;
    if (this !== except)
      sent.push({ text, values: (typeof query === 'string' ? values : (query.values ?? values)) ?? [] });
    return original.apply(this as never, args);
  });
  try {
    await work();
  } finally {
    spy.mockRestore();
  }
  return sent;
}
