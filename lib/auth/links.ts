import { randomBytes } from 'node:crypto';
import { recordAnonymousAudit, recordAudit } from '@/lib/audit/commands';
import { hashSecret } from '@/lib/auth/identify';
import type { AdminActor, PlatformActor } from '@/lib/authz/actor';
import { asLogin } from '@/lib/authz/scope';
import type { WriteDb } from '@/lib/db/handles';
import { env } from '@/lib/env';
import { paths } from '@/lib/paths';

export type LinkPurpose = 'invitation' | 'password_reset' | 'setup';

const hour = 3_600_000;

/** An invitation waits for a holiday to end; a reset is asked for by somebody who sits there; a set-up is done the same day. */
const lives: Record<LinkPurpose, number> = { invitation: 7 * 24 * hour, password_reset: hour, setup: 24 * hour };

const addresses: Record<LinkPurpose, (token: string) => string> = {
  invitation: paths.invitation,
  password_reset: paths.resetPassword,
  setup: paths.setup,
};

/** A link as it is shown once, to whoever made it: only its SHA-256 is kept. */
export type ShownLink = { url: string; expiresAt: Date };

type For = { userId: string };

/** A link by which a new person sets their first password. That person's older invitations end; nobody else's do. */
export function createInvitation(db: WriteDb, { userId }: For, actor: AdminActor | PlatformActor): Promise<ShownLink> {
  return createLink(db, userId, 'invitation', actor);
}

/** A link by which a person who forgot their password sets another. That person's older resets end; nobody else's do. */
export function createPasswordReset(
  db: WriteDb,
  { userId }: For,
  actor: AdminActor | PlatformActor,
): Promise<ShownLink> {
  return createLink(db, userId, 'password_reset', actor);
}

/**
 * The link that makes the first super-admin, for whoever started the installation. It replaces an older unused one.
 * null once there is a super-admin: the way in that needs no account closes behind the first.
 */
export function createSetupLink(): Promise<ShownLink | null> {
  return asLogin(async (db) => {
    await lockSetup(db);
    if (await isSetUp(db)) return null;
    const link = await insertLink(db, { userId: null, purpose: 'setup', createdById: null });
    await recordAnonymousAudit(
      db,
      { ip: null, userAgent: null },
      { action: 'link.create', detail: { purpose: 'setup' } },
    );
    return link;
  });
}

export async function isSetUp(db: WriteDb): Promise<boolean> {
  return (await db.user.findFirst({ where: { userType: 'super_admin' }, select: { id: true } })) !== null;
}

/** Of two set-ups at once the second waits, and then sees what the first has done. Held until the transaction ends. */
export async function lockSetup(db: WriteDb): Promise<void> {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtext('oriel set-up'))`;
}

async function createLink(db: WriteDb, userId: string, purpose: LinkPurpose, actor: AdminActor | PlatformActor) {
  const link = await insertLink(db, { userId, purpose, createdById: actor.userId });
  await recordAudit(db, actor, { action: 'link.create', recordType: 'user', recordId: userId, detail: { purpose } });
  return link;
}

type NewLink = { userId: string | null; purpose: LinkPurpose; createdById: string | null };

// createMany, because the roles that make links may not read the hash back.
async function insertLink(db: WriteDb, { userId, purpose, createdById }: NewLink): Promise<ShownLink> {
  await endOpenLinks(db, userId, purpose);
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(Date.now() + lives[purpose]);
  await db.userLink.createMany({ data: { userId, purpose, createdById, tokenHash: hashSecret(token), expiresAt } });
  return { url: new URL(addresses[purpose](token), env().url).href, expiresAt };
}

/** Ends the links of a person (null: of nobody, the set-up) that are still good, of one purpose or of all. */
export async function endOpenLinks(db: WriteDb, userId: string | null, purpose: LinkPurpose | null): Promise<void> {
  // A link made in this very moment ends a moment later: the table wants every end after its beginning.
  await db.$executeRaw`update user_links set expires_at = greatest(now(), created_at + interval '1 millisecond')
    where user_id is not distinct from ${userId}::uuid and used_at is null and expires_at > now()
      and purpose = coalesce(${purpose}::user_link_purpose, purpose)`;
}
