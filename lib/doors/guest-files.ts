import type { NextRequest } from 'next/server';
import type { z } from 'zod';
import { guestCookieName, identifyGuest } from '@/lib/auth/guests';
import type { GuestActor } from '@/lib/authz/actor';
import { read } from '@/lib/authz/scope';
import type { ReadDb } from '@/lib/db/handles';
import type { Context, RouteHandler } from '@/lib/doors/facts';
import { answerWithFile, type Disposition } from '@/lib/doors/file-answer';
import { describe, inputOf, isDownload } from '@/lib/doors/file-route';
import { answerWithPaper, type Draw } from '@/lib/doors/paper-answer';
import { refusal } from '@/lib/doors/refusal';
import { recordGuestVisit, type Visited } from '@/lib/guests/shown/commands';
import { originOf } from '@/lib/http/origin';
import type { ServedFile } from '@/lib/storage/columns';
import { findLogoFile } from '@/lib/tenants/settings/files';

type Door<I extends z.ZodObject, Found> = {
  /** One sentence on what it sends. */
  summary: string;
  input: I;
  /** What it sends, if the pass shows it; throws NOT_FOUND. */
  find: (db: ReadDb, input: z.output<I>, guest: GuestActor) => Promise<Found>;
};

type FileDoor<I extends z.ZodObject> = Door<I, ServedFile> & {
  disposition: Disposition;
  /** What the log of the pass says of it. The parts of one download are one line. */
  visited?: (input: z.output<I>, file: ServedFile) => Visited;
};

/** The door for the bytes of a file to the holder of a pass: cookie, input, one read-only transaction, answer streamed from storage. */
export function defineGuestFileRoute<I extends z.ZodObject>(door: FileDoor<I>): RouteHandler {
  return defined(door, async (request, guest, input) => {
    const file = await read(guest, (db) => door.find(db, input, guest));
    const answer = await answerWithFile(request, file, door.disposition);
    return noted(request, guest, answer, door.visited?.(input, file));
  });
}

type PaperDoor<I extends z.ZodObject, Paper> = Door<I, Paper> & {
  draw: Draw<Paper>;
  visited: (input: z.output<I>, paper: Paper) => Visited;
};

/** The door for a PDF that is made on demand to the holder of a pass: cookie, input, one read-only transaction, the drawing after it. */
export function defineGuestPaperRoute<I extends z.ZodObject, Paper>(door: PaperDoor<I, Paper>): RouteHandler {
  return defined(door, async (request, guest, input) => {
    const { paper, logoFile } = await read(guest, async (db) => ({
      paper: await door.find(db, input, guest),
      logoFile: await findLogoFile(db, guest.tenantId),
    }));
    const answer = await answerWithPaper(request, guest, { paper, logoFile, code: null }, door.draw);
    return noted(request, guest, answer, door.visited(input, paper));
  });
}

function defined<I extends z.ZodObject>(
  door: { summary: string; input: I },
  send: (request: NextRequest, guest: GuestActor, input: z.output<I>) => Promise<Response>,
): RouteHandler {
  const handle = async (request: NextRequest, context: Context) => {
    try {
      const guest = await identifyGuest(request.cookies.get(guestCookieName())?.value, originOf(request.headers));
      return await send(request, guest, await inputOf(door.input, request, context));
    } catch (error) {
      return refusal(error, request, context);
    }
  };
  return describe(handle, null, door);
}

/** The answer, once the log of the pass says that it is sent: without the line no file. */
async function noted(request: NextRequest, guest: GuestActor, answer: Response, visited: Visited | undefined) {
  if (!visited || !isDownload(request, answer)) return answer;
  try {
    await recordGuestVisit(guest, visited);
    return answer;
  } catch (error) {
    await answer.body?.cancel();
    throw error;
  }
}
