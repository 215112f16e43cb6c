import type { NextRequest } from 'next/server';
import type { z } from 'zod';
import { stream } from '@/lib/auth/stream';
import type { ClientActor, TeamActor } from '@/lib/authz/actor';
import { type Guard, isLook } from '@/lib/authz/guards';
import { write } from '@/lib/authz/scope';
import { type CsvColumn, csvHead, csvRow } from '@/lib/csv/csv';
import type { ReadDb } from '@/lib/db/handles';
import type { Context, RouteHandler } from '@/lib/doors/facts';
import { safely } from '@/lib/doors/file-answer';
import { describe, inputOf } from '@/lib/doors/file-route';
import { guarded } from '@/lib/doors/route';
import { recordEvent } from '@/lib/events/record';
import { contentDisposition } from '@/lib/http/content-disposition';
import { fallbackLocale, type Locale, settled } from '@/lib/i18n/locales';
import type { Page, PageQuery } from '@/lib/paging';

/** Characters after which a part of the file is sent. */
const partLength = 32_768;

type CsvDoor<W extends ClientActor | TeamActor, I extends z.ZodObject, Row> = {
  /** One sentence for the API's documentation. */
  summary: string;
  guard: Guard<W>;
  /** The filter of the list, without its paging. */
  input: I;
  /** The kind of rows, for the audit trail; null for a file that holds nothing of the business. */
  exports: string | null;
  /** A comma, unless the file is for a spreadsheet of this language. */
  separator?: (locale: Locale) => ',' | ';';
  /** The name of the file without its ending. */
  fileName: (input: z.output<I>) => string;
  /** In the reader's language. */
  columns: (locale: Locale, actor: W, input: z.output<I>) => CsvColumn<Row>[];
  /** A page of the list that the file holds. Throws what the list throws. */
  list: (db: ReadDb, query: PageQuery, input: z.output<I>, actor: W) => Promise<Page<Row>>;
};

/**
 * The door for a list as CSV: guard, input, and all rows that match, streamed page by page in transactions of their own, however
 * many they are. A refusal of the first page is answered as by any door; what is answered otherwise is recorded as an export.
 */
export function defineCsvRoute<W extends ClientActor | TeamActor, I extends z.ZodObject, Row extends object>(
  door: CsvDoor<W, I, Row>,
): RouteHandler {
  const handle = (request: NextRequest, context: Context) =>
    guarded(door.guard, request, context, async (actor) => {
      const input = await inputOf(door.input, request, context);
      const locale = settled(actor.locale, actor.tenant.locale) ?? fallbackLocale;
      const columns = door.columns(locale, actor, input);
      const separator = door.separator?.(locale) ?? ',';
      const rows = stream(actor, {
        page: async (db, after: string | null, limit) => {
          if (after === '') return [];
          const { data, nextCursor } = await door.list(
            db,
            { limit, ...(after ? { cursor: after } : {}) },
            input,
            actor,
          );
          return data.map((row) => ({ row, next: nextCursor ?? '' }));
        },
        keyOf: ({ next }) => next,
      });
      const first = await rows.next();
      const parts = async function* () {
        let part = csvHead(columns, separator) + (first.done ? '' : csvRow(columns, first.value.row, separator));
        for await (const { row } of rows) {
          if (part.length > partLength) {
            yield part;
            part = '';
          }
          part += csvRow(columns, row, separator);
        }
        yield part;
      };
      const headers = {
        ...safely,
        'Content-Type': 'text/csv; charset=utf-8; header=present',
        'Content-Disposition': contentDisposition('attachment', `${door.fileName(input)}.csv`),
      };
      if (request.method === 'HEAD') return new Response(null, { headers });
      const list = door.exports;
      const facts = { list: list ?? '', fileName: door.fileName(input) };
      // An admin's look as a person of a client is not the person's own export.
      if (list !== null && !isLook(actor))
        await write(actor, (db) => recordEvent(db, actor, { name: 'list.exported', recordId: actor.tenantId, facts }));
      return new Response(streamOf(parts()), { headers });
    });
  return describe(handle, door.guard.facts, door);
}

/** The texts as a stream of bytes that reads the next one only when it is asked for: a slow reader holds one text in memory. */
function streamOf(texts: AsyncGenerator<string, void, undefined>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await texts.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      async cancel() {
        await texts.return();
      },
    },
    { highWaterMark: 1 },
  );
}
