import { z } from 'zod';
import type { Actor, Origin, UserType } from '@/lib/authz/actor';
import { asLogin } from '@/lib/authz/scope';
import type { ReadDb, WriteDb } from '@/lib/db/handles';
import { notFound } from '@/lib/errors';
import { recordAnonymousEvent, recordEvent } from '@/lib/events/record';
import { recordId } from '@/lib/fields';

const hour = 3_600_000;
const day = 24 * hour;

/**
 * The maximum age and idle time of a session in milliseconds. Clients sign in rarely and from their own phone: a month, a
 * week idle. The other user types can change records: a week, 12 hours idle.
 */
const lifetimes: Record<UserType, { absolute: number; idle: number }> = {
  client: { absolute: 30 * day, idle: 7 * day },
  staff: { absolute: 7 * day, idle: 12 * hour },
  admin: { absolute: 7 * day, idle: 12 * hour },
  super_admin: { absolute: 7 * day, idle: 12 * hour },
};

export type OpenedSession = { id: string; expiresAt: Date };

/** Opens a session for an identity that was just proven. The caller records the sign-in. */
export async function openSession(
  db: WriteDb,
  { id: userId, userType }: { id: string; userType: UserType },
  { ip, userAgent }: Origin,
): Promise<OpenedSession> {
  const { absolute, idle } = lifetimes[userType];
  const now = Date.now();
  await db.$executeRaw`update users set last_sign_in_at = now() where id = ${userId}::uuid`;
  return db.session.create({
    data: { userId, ip, userAgent, expiresAt: new Date(now + absolute), idleExpiresAt: new Date(now + idle) },
    select: { id: true, expiresAt: true },
  });
}

/** Ends the session of a sign-out; does nothing for one that has ended. */
export async function endSession(sessionId: string, origin: Origin): Promise<void> {
  await asLogin(async (db) => {
    const [ended] = await db.session.updateManyAndReturn({
      where: { id: sessionId, revokedAt: null },
      data: { revokedAt: new Date() },
      select: { user: { select: { id: true, name: true, tenantId: true } } },
    });
    if (!ended) return;
    const { user: account } = ended;
    const event = { name: 'user.signed_out', recordId: account.id, facts: {} } as const;
    await recordAnonymousEvent(db, { origin, tenantId: account.tenantId, account }, event);
  });
}

/** Ends a person's live sessions except `except` and returns their number. The caller records the event. */
export async function endSessionsOf(db: WriteDb, userId: string, except: string | null): Promise<number> {
  const others = except === null ? {} : { id: { not: except } };
  const { count } = await db.session.updateMany({
    where: { userId, revokedAt: null, ...others },
    data: { revokedAt: new Date() },
  });
  return count;
}

export type LiveSession = {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  ip: string | null;
  userAgent: string | null;
};

/** The number of sessions that the account page lists; a program that signs in by password can open any number of them. */
export const sessionsShown = 10;

/**
 * The person's live sessions, the most recently used first: one more than `sessionsShown` where there are more. The wall
 * limits the rows to the actor's own.
 */
export function listSessions(db: ReadDb): Promise<LiveSession[]> {
  const now = new Date();
  return db.session.findMany({
    where: { revokedAt: null, expiresAt: { gt: now }, idleExpiresAt: { gt: now } },
    orderBy: [{ lastSeenAt: 'desc' }, { id: 'desc' }],
    take: sessionsShown + 1,
    select: { id: true, createdAt: true, lastSeenAt: true, ip: true, userAgent: true },
  });
}

export const revokeSessionInput = z.strictObject({ sessionId: recordId() });

/** Ends one of the person's own sessions, on another device or this one. Throws NOT_FOUND. */
export async function revokeSession(
  db: WriteDb,
  { sessionId }: z.output<typeof revokeSessionInput>,
  actor: Actor,
): Promise<void> {
  const { count } = await db.session.updateMany({
    where: { id: sessionId, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  if (count === 0) throw notFound();
  await recordEvent(db, actor, { name: 'session.revoked', recordId: sessionId, facts: {} });
}

export const revokeOtherSessionsInput = z.strictObject({});

/** Ends all of the person's sessions but the current one. */
export async function revokeOtherSessions(db: WriteDb, _input: unknown, actor: Actor): Promise<void> {
  const { via } = actor;
  const count = await endSessionsOf(db, actor.userId, via.kind === 'session' ? via.sessionId : null);
  await recordEvent(db, actor, { name: 'user.sessions_revoked', recordId: actor.userId, facts: { count } });
}
