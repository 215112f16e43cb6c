import type { NextRequest } from 'next/server';
import { camelCase, renameKeys } from '@/lib/doors/keys';
import { AppError, type FieldMessage } from '@/lib/errors';

/** Bytes. Bodies of the API are records; files have doors of their own. */
const bodyLimit = 1_000_000;

/** How many lists and objects may stand inside one another: far more than any record has, far fewer than the stack holds. */
const depthLimit = 32;

type Params = Record<string, string | string[] | undefined>;

/**
 * Everything a request says, as one object with camelCase keys: the parts of the address, and the query of a GET or the
 * JSON body of all else, whose query says nothing: addresses are written into logs, and passwords should not be. A part of
 * the address cannot be said again. Throws VALIDATION, TOO_LARGE or UNSUPPORTED_TYPE.
 */
export async function requestInput(request: NextRequest, params: Params, reads: boolean): Promise<unknown> {
  const query = queryOf(request.nextUrl.searchParams);
  if (!reads && Object.keys(query).length > 0) throw refused(Object.keys(query), 'unknownField');
  const said = reads ? query : await bodyOf(request);
  const twice = Object.keys(said).filter((key) => Object.hasOwn(params, key));
  if (twice.length > 0) throw refused(twice, 'unknownField');
  return { ...said, ...params };
}

function queryOf(search: URLSearchParams): Record<string, unknown> {
  const repeated = [...new Set(search.keys())].filter((key) => search.getAll(key).length > 1);
  if (repeated.length > 0) throw refused(repeated.map(camelCase), 'repeated');
  return Object.fromEntries([...search].map(([key, value]) => [camelCase(key), value]));
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
  // Object.entries of the renamed copy: a plain object again, without inherited surprises.
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
  return new TextDecoder().decode(Buffer.concat(chunks));
}
