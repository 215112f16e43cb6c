import { z } from 'zod';
import { recordAnonymousAudit, recordAudit } from '@/lib/audit/commands';
import type { Actor, Origin, UserType } from '@/lib/authz/actor';
import { asLogin } from '@/lib/authz/scope';
import type { ReadDb, WriteDb } from '@/lib/db/handles';
import { notFound } from '@/lib/errors';
import { recordId } from '@/lib/fields';

const hour = 3_600_000;
const day = 24 * hour;

/**
 * How long a session lives at most, and how long unused. Clients come rarely and from their own phone: a month, a week idle.
 * Whoever can change things signs in weekly, and again after half a day away from the desk.
 */
const lifetimes: Record<UserType, { absolute: number; idle: number }> = {
  client: { absolute: 30 * day, idle: 7 * day },
  staff: { absolute: 7 * day, idle: 12 * hour },
  admin: { absolute: 7 * day, idle: 12 * hour },
  super_admin: { absolute: 7 * day, idle: 12 * hour },
};

export type OpenedSession = { id: string; expiresAt: Date };

/** Opens a session for somebody who has just proved who they are. */
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

/** Ends the session of a sign-out. Quiet when it has ended already. */
export async function endSession(sessionId: string, origin: Origin): Promise<void> {
  await asLogin(async (db) => {
    const [ended] = await db.session.updateManyAndReturn({
      where: { id: sessionId, revokedAt: null },
      data: { revokedAt: new Date() },
      select: { user: { select: { id: true, name: true, tenantId: true } } },
    });
    if (!ended) return;
    const { id: actorId, name: actorName, tenantId } = ended.user;
    await recordAnonymousAudit(db, origin, { action: 'session.sign_out', tenantId, actorId, actorName });
  });
}

/** Ends every live session of a person but `except`, and says how many. In a scope that may change that person's sessions. */
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

/** The person's live sessions, the one used last first. The wall shows them their own only. */
export function listSessions(db: ReadDb): Promise<LiveSession[]> {
  const now = new Date();
  return db.session.findMany({
    where: { revokedAt: null, expiresAt: { gt: now }, idleExpiresAt: { gt: now } },
    orderBy: [{ lastSeenAt: 'desc' }, { id: 'desc' }],
    select: { id: true, createdAt: true, lastSeenAt: true, ip: true, userAgent: true },
  });
}

export const revokeSessionInput = z.strictObject({ sessionId: recordId() });

/** Ends one of the person's own sessions, on another device or this one. Throws NOT_FOUND when there is none such. */
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
  await recordAudit(db, actor, { action: 'session.revoke', recordType: 'session', recordId: sessionId });
}

export const revokeOtherSessionsInput = z.strictObject({});

/** Ends all of the person's sessions but the one that asks. */
export async function revokeOtherSessions(db: WriteDb, _input: unknown, actor: Actor): Promise<void> {
  const count = await endSessionsOf(db, actor.userId, actor.sessionId);
  await recordAudit(db, actor, { action: 'session.revoke_others', detail: { count } });
}
