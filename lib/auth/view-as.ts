import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { findPerson, findPersonWithMarks } from '@/lib/auth/identify';
import { isSecure, viewAsCookieName } from '@/lib/auth/session-cookie';
import { signingKey } from '@/lib/auth/signing-key';
import type { AdminActor, OnBehalfActor } from '@/lib/authz/actor';
import { adminUser, onBehalfOf } from '@/lib/authz/guards';
import type { Identity, PersonFacts, Visitor } from '@/lib/authz/identity';
import { AppError } from '@/lib/errors';

/** Minutes until an admin's look at the portal as a person of a client ends. */
const viewAsMinutes = 30;

const label = 'oriel view as';

/** The cookie's attributes. `lax`, so that a link to a page of the portal shows it as the same person. */
export function viewAsCookieOptions() {
  const attributes = { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() } as const;
  return { ...attributes, maxAge: viewAsMinutes * 60 };
}

/** The cookie's value: the admin's session and the person, signed, for half an hour. */
export async function sealView(session: string, person: string): Promise<string> {
  return new SignJWT({ session, person })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuedAt()
    .setExpirationTime(`${viewAsMinutes} minutes`)
    .sign(await signingKey(label));
}

const contents = z.object({ session: z.uuid(), person: z.uuid() });

async function openView(value: string): Promise<z.output<typeof contents> | null> {
  try {
    const { payload } = await jwtVerify(value, await signingKey(label), {
      algorithms: ['HS256'],
      requiredClaims: ['exp'],
    });
    return contents.parse(payload);
  } catch {
    return null;
  }
}

/** What an admin sees as: the read-only actor of the person, and what the person's own session would come with. */
export type View = {
  actor: OnBehalfActor;
  seen: Pick<Identity, 'notice' | 'hasMoney' | 'hasHours' | 'unread' | 'unreadTickets'>;
};

/**
 * The look of an admin at the portal as a person of a client; null without one, and after it has ended: by time, with the admin's
 * session, or because the person is of another business or is no longer admitted. The start was recorded (lib/auth/on-behalf.ts),
 * so that a request for each photo of a page needs no line of its own.
 */
export async function lookOf(visitor: Visitor, cookie: ReadCookie): Promise<OnBehalfActor | null> {
  return (await looking(visitor, cookie, findPerson))?.actor ?? null;
}

/** The same for a page, whose frame shows what the person's own would. */
export async function viewOf(visitor: Visitor, cookie: ReadCookie): Promise<View | null> {
  const found = await looking(visitor, cookie, findPersonWithMarks);
  if (!found) return null;
  const { notice, hasMoney, hasHours, unread, unreadTickets } = found.person;
  return { actor: found.actor, seen: { notice, hasMoney, hasHours, unread, unreadTickets } };
}

type ReadCookie = (name: string) => string | undefined;

async function looking<Person extends PersonFacts>(
  visitor: Visitor,
  cookie: ReadCookie,
  find: (id: string) => Promise<Person | null>,
): Promise<{ actor: OnBehalfActor; person: Person } | null> {
  const { identity } = visitor;
  const value = cookie(viewAsCookieName());
  if (!value || identity?.userType !== 'admin' || identity.via.kind !== 'session') return null;
  const view = await openView(value);
  if (view?.session !== identity.via.sessionId) return null;
  try {
    const admin: AdminActor = adminUser(visitor);
    const person = await find(view.person);
    if (!person || person.tenantId !== admin.tenantId) return null;
    const by = { kind: 'admin', userId: admin.userId, name: admin.name, via: admin.via } as const;
    return { actor: onBehalfOf(person, by, admin.origin), person };
  } catch (error) {
    if (error instanceof AppError && error.code === 'FORBIDDEN') return null;
    throw error;
  }
}
