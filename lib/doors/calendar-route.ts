import type { NextRequest } from 'next/server';
import type { z } from 'zod';
import { identifyCalendar } from '@/lib/auth/identify';
import type { Actor, ClientActor, TeamActor } from '@/lib/authz/actor';
import { anyUser } from '@/lib/authz/guards';
import { read } from '@/lib/authz/scope';
import type { ReadDb } from '@/lib/db/handles';
import type { Context, RouteHandler } from '@/lib/doors/facts';
import { safely } from '@/lib/doors/file-answer';
import { describe, inputOf } from '@/lib/doors/file-route';
import { refusal } from '@/lib/doors/refusal';
import { notFound } from '@/lib/errors';
import { contentDisposition } from '@/lib/http/content-disposition';
import { originOf } from '@/lib/http/origin';

type CalendarDoor<I extends z.ZodObject> = {
  summary: string;
  input: I;
  /** The calendar as text by RFC 5545. */
  find: (db: ReadDb, actor: ClientActor | TeamActor) => Promise<string>;
};

/**
 * The door for calendars, whose programs send neither cookie nor header: the token in the address proves the person, and opens
 * nothing else. NOT_FOUND for a revoked and an unknown one, and for a person who has lost access.
 */
export function defineCalendarRoute<I extends z.ZodObject<{ token: z.ZodType<string> }>>(
  door: CalendarDoor<I>,
): RouteHandler {
  const handle = async (request: NextRequest, context: Context) => {
    try {
      const { token } = await inputOf(door.input, request, context);
      const actor = await holderOf(String(token), request);
      const body = await read(actor, (db) => door.find(db, actor));
      const headers = {
        ...safely,
        'Content-Type': 'text/calendar; charset=utf-8',
        'Content-Disposition': contentDisposition('inline', 'calendar.ics'),
      };
      return new Response(request.method === 'HEAD' ? null : body, { headers });
    } catch (error) {
      return refusal(error, request, context);
    }
  };
  return describe(handle, null, door);
}

async function holderOf(token: string, request: NextRequest): Promise<ClientActor | TeamActor> {
  const identity = await identifyCalendar(token);
  if (!identity) throw notFound();
  const actor = admitted({ identity, origin: originOf(request.headers) });
  if (actor === null || actor.userType === 'super_admin') throw notFound();
  return actor;
}

function admitted(visitor: Parameters<typeof anyUser>[0]): Actor | null {
  try {
    return anyUser(visitor);
  } catch {
    return null;
  }
}
