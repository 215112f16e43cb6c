import type { NextRequest } from 'next/server';
import type { z } from 'zod';
import type { ClientActor, TeamActor } from '@/lib/authz/actor';
import { type Guard, isLook } from '@/lib/authz/guards';
import { laneOf } from '@/lib/authz/lane';
import { read, write } from '@/lib/authz/scope';
import type { ReadDb, WriteDb } from '@/lib/db/handles';
import type { Context, RouteHandler } from '@/lib/doors/facts';
import { safely } from '@/lib/doors/file-answer';
import { describe, inputOf } from '@/lib/doors/file-route';
import { guarded } from '@/lib/doors/route';
import { env } from '@/lib/env';
import { contentDisposition } from '@/lib/http/content-disposition';
import { lengthHeader } from '@/lib/http/length-header';
import { fallbackLocale, settled } from '@/lib/i18n/locales';
import { log } from '@/lib/log';
import { paths } from '@/lib/paths';
import type { Drawing } from '@/lib/pdf/drawing';
import { store } from '@/lib/storage/store';
import { findLogoFile } from '@/lib/tenants/settings/files';
import { waitingLine } from '@/lib/waiting-line';

type PaperDoor<W extends ClientActor | TeamActor, I extends z.ZodObject, Paper> = {
  /** One sentence for the API's documentation. */
  summary: string;
  guard: Guard<W>;
  input: I;
  /** What the paper says, if the caller may see it; throws NOT_FOUND. */
  find: (db: ReadDb, input: z.output<I>, actor: W) => Promise<Paper>;
  /**
   * For a paper that no record holds: `lock` makes what it says stay until it is kept, `code` keeps it and returns the code under
   * which it can be checked.
   */
  keep?: {
    lock: (db: WriteDb, input: z.output<I>, actor: W) => Promise<void>;
    code: (db: WriteDb, input: z.output<I>, actor: W) => Promise<string>;
  };
  /** Records that the paper is sent, after it is drawn; not for HEAD. */
  record?: (db: WriteDb, input: z.output<I>, actor: W) => Promise<void>;
  /** Whether it is drawn with the logo of the business, as a PDF is. The default. */
  hasLogo?: boolean;
  /** Draws it in the reader's language. Runs after the transactions, because it takes long. */
  draw: (paper: Paper, drawing: Drawing) => Promise<{ fileName: string; bytes: Uint8Array; contentType?: string }>;
};

/** Papers are drawn on the one thread that also answers pages: one at a time, business by business in turn. */
const inTurn = waitingLine({ atOnce: 1, mostWaiting: 20, busy: 'busyPapers', retryAfterSeconds: 5 });

/** The door for a PDF or an XML that is made on demand: guard, input, one transaction, and the drawing after it. */
export function definePaperRoute<W extends ClientActor | TeamActor, I extends z.ZodObject, Paper>(
  door: PaperDoor<W, I, Paper>,
): RouteHandler {
  const handle = (request: NextRequest, context: Context) =>
    guarded(door.guard, request, context, async (actor) => {
      const input = await inputOf(door.input, request, context);
      const { keep, hasLogo = true } = door;
      const found = async (db: ReadDb) => ({
        paper: await door.find(db, input, actor),
        logoFile: hasLogo ? await findLogoFile(db, actor.tenantId) : null,
        code: null,
      });
      // An admin's look as a person of a client keeps nothing, so its paper has no code.
      const { paper, logoFile, code } =
        keep && !isLook(actor)
          ? await write(actor, async (db) => {
              await keep.lock(db, input, actor);
              return { ...(await found(db)), code: await keep.code(db, input, actor) };
            })
          : await read(actor, found);
      const locale = settled(actor.locale, actor.tenant.locale) ?? fallbackLocale;
      const logo = logoFile && (await bytesOf(logoFile));
      const { fileName, bytes, contentType } = await inTurn(laneOf(actor), () =>
        door.draw(paper, { locale, logo, code, verifyUrl }),
      );
      const { record } = door;
      if (record && !isLook(actor) && request.method === 'GET') await write(actor, (db) => record(db, input, actor));
      const headers = {
        ...safely,
        'Content-Type': contentType ?? 'application/pdf',
        'Content-Disposition': contentDisposition('attachment', fileName),
        'Content-Length': String(bytes.byteLength),
        [lengthHeader]: String(bytes.byteLength),
      };
      return new Response(request.method === 'HEAD' ? null : Uint8Array.from(bytes), { headers });
    });
  return describe(handle, door.guard.facts, door);
}

const verifyUrl = (code: string | null) => code && new URL(paths.verify(code), env().url).href;

/** The bytes of a logo. A storage that is down costs the logo and not the document. */
async function bytesOf({ storageKey }: { storageKey: string }): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await new Response(await store().get(storageKey)).arrayBuffer());
  } catch (error) {
    log().warn({ err: error }, 'pdf: a logo was left out');
    return null;
  }
}
