import { z } from 'zod';

/** The outer shape of a route's answer: one record, a page of a list, bytes, nothing, or JSON of another shape. */
export type Envelope = 'record' | 'list' | 'file' | 'none' | 'bare';

/** The answer about one record: `{ data }`. */
export function recordOf<S extends z.ZodType>(record: S) {
  return z.object({ data: record });
}

/** The answer with one page of a list: `{ data, next_cursor }`; the cursor is null on the last page. */
export function listOf<S extends z.ZodType>(record: S) {
  return z.object({ data: z.array(record), nextCursor: z.string().nullable() });
}

/** The envelope of an output schema; `bare` where it is neither a record nor a list. */
export function envelopeOf(output: z.ZodType, status: number): Envelope {
  if (status === 204) return 'none';
  if (!(output instanceof z.ZodObject) || !('data' in output.shape)) return 'bare';
  const isList = output.shape.data instanceof z.ZodArray;
  if ('nextCursor' in output.shape !== isList) return 'bare';
  return isList ? 'list' : 'record';
}
