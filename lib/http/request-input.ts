import type { NextRequest } from 'next/server';
import { AppError, type FieldMessage } from '@/lib/errors';
import { camelCase, renameKeys } from '@/lib/http/keys';

/** Bytes. Bodies of the API are records; files use upload routes. */
const bodyLimit = 1_000_000;

/** The maximum nesting of lists and objects: far more than any record has, far less than the call stack allows. */
const depthLimit = 32;

type Params = Record<string, string | string[] | undefined>;

/**
 * The input of a request as one object with camelCase keys: the parts of the address, with the query (of a read) or the JSON
 * body (of a write, whose query must be empty: addresses are logged, and passwords must not be). The query and the body may
 * not repeat a part of the address. Throws VALIDATION, TOO_LARGE or UNSUPPORTED_TYPE.
 */
export async function requestInput(request: NextRequest, params: Params, reads: boolean): Promise<unknown> {
  if (!reads) refuseQuery(request);
  const raw = reads ? renamed(requireUnique([...request.nextUrl.searchParams])) : await bodyOf(request);
  refuseParams(Object.keys(raw), params);
  return { ...raw, ...params };
}

/** Refuses a query beside a body. Throws VALIDATION. */
export function refuseQuery({ nextUrl }: NextRequest): void {
  const names = [...nextUrl.searchParams.keys()];
  if (names.length > 0) throw refused(names.map(camelCase), 'unknownField');
}

/** Refuses fields that repeat a part of the address. Throws VALIDATION. */
export function refuseParams(names: readonly string[], params: Params): void {
  const twice = names.filter((name) => Object.hasOwn(params, name));
  if (twice.length > 0) throw refused(twice, 'unknownField');
}

/** Returns the pairs unchanged where each name is given once. Throws VALIDATION. */
export function requireUnique(pairs: [name: string, value: string][]): [name: string, value: string][] {
  const names = pairs.map(([name]) => name);
  const repeated = new Set(names.filter((name, at) => names.indexOf(name) !== at));
  if (repeated.size > 0) throw refused([...repeated].map(camelCase), 'repeated');
  return pairs;
}

function renamed(pairs: [name: string, value: string][]): Record<string, unknown> {
  return Object.fromEntries(pairs.map(([name, value]) => [camelCase(name), value]));
}

function refused(fields: string[], key: FieldMessage['key']): AppError {
  return new AppError('VALIDATION', { fields: Object.fromEntries(fields.map((field) => [field, [{ key }]])) });
}

async function bodyOf(request: NextRequest): Promise<Record<string, unknown>> {
  const text = await limitedText(request);
  if (text === '') return {};
  if (!/^application\/json(;|$)/i.test(request.headers.get('content-type') ?? ''))
    throw new AppError('UNSUPPORTED_TYPE');
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new AppError('VALIDATION', { reason: { key: 'malformedJson' } });
  }
  if (body === null || typeof body !== 'object' || Array.isArray(body))
    throw new AppError('VALIDATION', { reason: { key: 'bodyNotObject' } });
  if (isDeeperThan(depthLimit, body)) throw new AppError('TOO_LARGE');
  // A typed plain object of the own entries of the renamed copy.
  return Object.fromEntries(Object.entries(renameKeys(body, camelCase) as object));
}

function isDeeperThan(levels: number, value: unknown): boolean {
  if (value === null || typeof value !== 'object') return false;
  return levels === 0 || Object.values(value).some((entry) => isDeeperThan(levels - 1, entry));
}

async function limitedText(request: NextRequest): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > bodyLimit) throw new AppError('TOO_LARGE');
    chunks.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new AppError('VALIDATION', { reason: { key: 'malformedJson' } });
  }
}
