import { isInstantInBounds } from '@/lib/date-bounds';
import { isStorable } from '@/lib/storable';

type Value = string | number | Date | null;

/** A column of a list's order, with the facts that a cursor needs. */
export type CursorColumn = {
  column: string;
  kind: 'text' | 'id' | 'instant' | 'whole';
  direction?: 'desc' | undefined;
  nulls?: 'first' | 'last' | 'never' | undefined;
};

/**
 * Cursors of one list in one order: base64url of a tag and the sort values of the last row seen. `decode` returns null
 * for a cursor of another list or order and for one that `encode` did not make.
 */
export function listCursor(list: string, columns: readonly CursorColumn[]) {
  const tag = `${list} ${columns.map(({ column, direction }) => (direction ? `-${column}` : column)).join()}`;
  const encode = (values: readonly Value[]) => toBase64Url(JSON.stringify([tag, ...values]));
  const decode = (cursor: string): Value[] | null => {
    const [head, ...sent] = parsed(cursor);
    if (head !== tag || sent.length !== columns.length) return null;
    const values = columns.map((column, at) => sentValue(column, sent[at]));
    if (!values.every((value) => value !== undefined)) return null;
    // Only the exact spelling is valid, without stray bits at the end of the base64 or blanks in the JSON.
    return encode(values) === cursor ? values : null;
  };
  return { encode, decode };
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const largestInteger = 2 ** 31 - 1;

/** The value of a column, or undefined where it has the wrong type. */
function sentValue({ kind, nulls }: CursorColumn, sent: unknown): Value | undefined {
  if (sent === null) return nulls === 'first' || nulls === 'last' ? null : undefined;
  if (kind === 'whole')
    return typeof sent === 'number' && Number.isInteger(sent) && Math.abs(sent) <= largestInteger ? sent : undefined;
  if (typeof sent !== 'string') return undefined;
  if (kind === 'text') return isStorable(sent) ? sent : undefined;
  if (kind === 'id') return uuid.test(sent) ? sent : undefined;
  return instant.test(sent) && isInstantInBounds(new Date(sent)) ? new Date(sent) : undefined;
}

// Not Buffer: browsers load schemas with an order too.
function toBase64Url(text: string): string {
  const bytes = String.fromCharCode(...new TextEncoder().encode(text));
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function parsed(cursor: string): unknown[] {
  try {
    const bytes = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'));
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes, (one) => one.charCodeAt(0)));
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
