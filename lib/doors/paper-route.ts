import type { NextRequest } from 'next/server';
import type { z } from 'zod';
import type { ClientActor, TeamActor } from '@/lib/authz/actor';
import type { Guard } from '@/lib/authz/guards';
import { read } from '@/lib/authz/scope';
import type { ReadDb } from '@/lib/db/handles';
import type { Context, RouteHandler } from '@/lib/doors/facts';
import { safely } from '@/lib/doors/file-answer';
import { describe, inputOf } from '@/lib/doors/file-route';
import { guarded } from '@/lib/doors/route';
import { contentDisposition } from '@/lib/http/content-disposition';
import { lengthHeader } from '@/lib/http/length-header';
import { fallbackLocale, type Locale, settled } from '@/lib/i18n/locales';

type PaperDoor<W extends ClientActor | TeamActor, I extends z.ZodObject, Paper> = {
  /** One sentence for the API's documentation. */
  summary: string;
  guard: Guard<W>;
  input: I;
  /** What the paper says, if the caller may see it; throws NOT_FOUND. */
  find: (db: ReadDb, input: z.output<I>, actor: W) => Promise<Paper>;
  /** Draws it in the reader's language. Runs after the transaction, because it takes long. */
  draw: (paper: Paper, locale: Locale) => Promise<{ fileName: string; bytes: Uint8Array }>;
};

/** The door for a PDF that is drawn on demand: guard, input, one read-only transaction, and the drawing after it. */
export function definePaperRoute<W extends ClientActor | TeamActor, I extends z.ZodObject, Paper>(
  door: PaperDoor<W, I, Paper>,
): RouteHandler {
  const handle = (request: NextRequest, context: Context) =>
    guarded(door.guard, request, context, async (actor) => {
      const input = await inputOf(door.input, request, context);
      const paper = await read(actor, (db) => door.find(db, input, actor));
      const locale = settled(actor.locale, actor.tenant.locale) ?? fallbackLocale;
      const { fileName, bytes } = await door.draw(paper, locale);
      const headers = {
        ...safely,
        'Content-Type': 'application/pdf',
        'Content-Disposition': contentDisposition('attachment', fileName),
        'Content-Length': String(bytes.byteLength),
        [lengthHeader]: String(bytes.byteLength),
      };
      return new Response(request.method === 'HEAD' ? null : Uint8Array.from(bytes), { headers });
    });
  return describe(handle, door.guard.facts, door);
}
