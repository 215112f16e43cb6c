import { Readable } from 'node:stream';
import type { NextRequest } from 'next/server';
import type { z } from 'zod';
import { stream } from '@/lib/auth/stream';
import type { ClientActor, TeamActor } from '@/lib/authz/actor';
import type { Guard } from '@/lib/authz/guards';
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

type CsvDoor<W extends ClientActor | TeamActor, I extends z.ZodObject, Row> = {
  /** One sentence for the API's documentation. */
  summary: string;
  guard: Guard<W>;
  /** The filter of the list, without its paging. */
  input: I;
  /** The kind of rows, for the audit trail. */
  exports: string;
  /** The name of the file without its ending. */
  fileName: (input: z.output<I>) => string;
  /** In the reader's language. */
  columns: (locale: Locale, actor: W) => CsvColumn<Row>[];
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
      const columns = door.columns(settled(actor.locale, actor.tenant.locale) ?? fallbackLocale, actor);
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
      const lines = async function* () {
        yield csvHead(columns);
        if (!first.done) yield csvRow(columns, first.value.row);
        for await (const { row } of rows) yield csvRow(columns, row);
      };
      const headers = {
        ...safely,
        'Content-Type': 'text/csv; charset=utf-8; header=present',
        'Content-Disposition': contentDisposition('attachment', `${door.fileName(input)}.csv`),
      };
      if (request.method === 'HEAD') return new Response(null, { headers });
      const facts = { list: door.exports, fileName: door.fileName(input) };
      await write(actor, (db) => recordEvent(db, actor, { name: 'list.exported', recordId: actor.tenantId, facts }));
      // The types of Node's web streams and of the browser's differ, the streams do not.
      const body = Readable.toWeb(Readable.from(lines(), { objectMode: false })) as unknown as BodyInit;
      return new Response(body, { headers });
    });
  return describe(handle, door.guard.facts, door);
}
