import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { hashSecret } from '@/lib/auth/secret-hash';
import type { AdminActor, ClientActor } from '@/lib/authz/actor';
import type { WriteDb } from '@/lib/db/handles';
import { env } from '@/lib/env';
import { conflict, invalid, orNotFound } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';
import { allowsGuests, getGuestPass } from '@/lib/guests/queries';
import { mostPasses } from '@/lib/guests/rule';
import type { CreateGuestPassInput, NewGuestPass } from '@/lib/guests/schemas';
import { paths } from '@/lib/paths';

const day = 24 * 3_600_000;

/**
 * Hands out a pass and returns its address, which is shown once. `password` is a hash already (checks.ts). Throws VALIDATION for a
 * project that the person does not see, and CONFLICT where the business allows no passes or the person has too many.
 */
export async function createGuestPass(
  db: WriteDb,
  { label, projectIds, sections, expiresInDays, password = null }: CreateGuestPassInput,
  actor: ClientActor,
): Promise<NewGuestPass> {
  const { tenantId, clientId, userId } = actor;
  if (!(await allowsGuests(db, actor))) throw conflict('guestsOff');
  // Two at once would both find room for the last one.
  await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`guest passes ${userId}`}, 0))`;
  const live = await db.guestPass.count({ where: { revokedAt: null, expiresAt: { gt: new Date() } } });
  if (live >= mostPasses) throw conflict('tooManyGuests', { most: mostPasses });
  const chosen = [...new Set(projectIds)];
  const seen = await db.project.findMany({ where: { id: { in: chosen } }, select: { id: true } });
  if (seen.length < chosen.length) throw invalid({ projectIds: 'unknownRecord' });
  const [id, token] = [uuidv7(), randomBytes(32).toString('base64url')];
  const expiresAt = new Date(Date.now() + expiresInDays * day);
  const opened = [...new Set(sections)];
  // In SQL, because the database says when it was made, and nobody but the identification reads the hashes.
  await db.$executeRaw`
    insert into guest_passes (id, tenant_id, client_id, user_id, label, sections, token_hash, password_hash, expires_at)
    values (${id}::uuid, ${tenantId}::uuid, ${clientId}::uuid, ${userId}::uuid, ${label}, ${opened}::text[], ${hashSecret(token)},
      ${password}, ${expiresAt})`;
  await db.guestPassProject.createMany({
    data: chosen.map((projectId) => ({ tenantId, clientId, passId: id, projectId })),
  });
  await recordEvent(db, actor, {
    name: 'guest_pass.created',
    recordId: id,
    facts: { clientId, label, sections: opened, expiresAt: expiresAt.toISOString(), withPassword: password !== null },
  });
  return { ...(await getGuestPass(db, { id })), url: new URL(paths.guest.open(token), env().url).href };
}

/** Ends a pass for good: one's own, or as an admin one of the business. Throws NOT_FOUND, also for one that was ended before. */
export async function revokeGuestPass(
  db: WriteDb,
  { id }: { id: string },
  actor: ClientActor | AdminActor,
): Promise<void> {
  const pass = orNotFound(
    await db.guestPass.findFirst({ where: { id, revokedAt: null }, select: { clientId: true, label: true } }),
  );
  const { count } = await db.guestPass.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: new Date() } });
  orNotFound(count || null);
  await recordEvent(db, actor, { name: 'guest_pass.revoked', recordId: id, facts: pass });
}
