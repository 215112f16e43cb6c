import type { NextRequest } from 'next/server';
import type { z } from 'zod';
import type { ClientActor, TeamActor } from '@/lib/authz/actor';
import { type Guard, isLook } from '@/lib/authz/guards';
import { read, write } from '@/lib/authz/scope';
import type { ReadDb, WriteDb } from '@/lib/db/handles';
import type { Context, RouteHandler } from '@/lib/doors/facts';
import { describe, inputOf } from '@/lib/doors/file-route';
import { answerWithPaper, type Draw } from '@/lib/doors/paper-answer';
import { guarded } from '@/lib/doors/route';
import { findLogoFile } from '@/lib/tenants/settings/files';

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
  draw: Draw<Paper>;
};

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
      const answer = await answerWithPaper(request, actor, { paper, logoFile, code }, door.draw);
      const { record } = door;
      if (record && !isLook(actor) && request.method === 'GET') await write(actor, (db) => record(db, input, actor));
      return answer;
    });
  return describe(handle, door.guard.facts, door);
}
