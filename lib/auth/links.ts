import { randomBytes } from 'node:crypto';
import { enqueueAccountMail } from '@/lib/auth/account-mails';
import { hashSecret } from '@/lib/auth/secret-hash';
import { noticeLink } from '@/lib/auth/security-notices';
import type { AdminActor, PlatformActor } from '@/lib/authz/actor';
import { asLogin } from '@/lib/authz/scope';
import type { WriteDb } from '@/lib/db/handles';
import { env } from '@/lib/env';
import { recordAnonymousEvent, recordEvent } from '@/lib/events/record';
import { paths } from '@/lib/paths';

export type LinkPurpose = 'invitation' | 'password_reset' | 'setup';

const hour = 3_600_000;

/** Lifetimes in milliseconds. A reset is used at once, a set-up link on the day of installation, an invitation later. */
const lives: Record<LinkPurpose, number> = { invitation: 7 * 24 * hour, password_reset: hour, setup: 24 * hour };

const addresses: Record<LinkPurpose, (token: string) => string> = {
  invitation: paths.invitation,
  password_reset: paths.resetPassword,
  setup: paths.setup,
};

/** Milliseconds for which a link can be used. */
export const lifeOf = (purpose: LinkPurpose): number => lives[purpose];

/** The whole address of a link. */
export const addressOfLink = (purpose: LinkPurpose, token: string): string =>
  new URL(addresses[purpose](token), env().url).href;

/** A link, shown once to its creator: the database stores only its SHA-256. */
export type ShownLink = { url: string; expiresAt: Date };

type For = { userId: string };

/** Creates a link for a new person's first password, ends that person's older invitations, and has one mailed to them. */
export async function createInvitation(
  db: WriteDb,
  { userId }: For,
  actor: AdminActor | PlatformActor,
): Promise<ShownLink> {
  const link = await createLink(db, userId, 'invitation', actor);
  await enqueueAccountMail(db, 'invitation', userId);
  return link;
}

/** Creates a link to reset a forgotten password, ends the person's older resets, tells the person on their next page, and mails them one. */
export async function createPasswordReset(db: WriteDb, { userId }: For, actor: AdminActor): Promise<ShownLink> {
  const link = await createLink(db, userId, 'password_reset', actor);
  await noticeLink(db, userId, { id: actor.userId, name: actor.name });
  await enqueueAccountMail(db, 'password_reset', userId);
  return link;
}

/**
 * Creates the link that sets up the first super-admin, and ends an older unused one. Null once a super-admin exists, because
 * this link gives access without an account.
 */
export function createSetupLink(): Promise<ShownLink | null> {
  return asLogin(async (db) => {
    await lockSetup(db);
    if (await isSetUp(db)) return null;
    const link = await insertLink(db, { userId: null, purpose: 'setup', createdById: null });
    const event = { name: 'user.link_created', recordId: null, facts: { purpose: 'setup' } } as const;
    await recordAnonymousEvent(db, { origin: { ip: null, userAgent: null } }, event);
    return link;
  });
}

/** Which of an address's accounts is meant: the slug of its tenant, null for an operator, undefined for the only one. */
type Meant = string | null | undefined;

/**
 * Creates a reset for the active account with this address, from the operator's command line: admins need it, because no
 * other admin can reset their password. Ends older resets of the person, who is told on their next page. Returns no link but the slugs to choose from
 * (null: an operator) where several accounts are meant, and none of both for an unknown or deactivated account.
 */
export function createOperatorReset(
  email: string,
  meant?: Meant,
): Promise<{ link: ShownLink | null; choices: (string | null)[] }> {
  return asLogin(async (db) => {
    const select = { id: true, tenantId: true, tenant: { select: { slug: true } } } as const;
    const orderBy = { tenant: { slug: 'asc' } } as const;
    const people = await db.user.findMany({ where: { email, isActive: true }, orderBy, select });
    const slugOf = ({ tenant }: (typeof people)[number]) => tenant?.slug ?? null;
    const [person, ...others] = people.filter((one) => meant === undefined || slugOf(one) === meant);
    if (!person || others.length > 0) return { link: null, choices: people.map(slugOf) };
    const purpose = 'password_reset';
    const link = await insertLink(db, { userId: person.id, purpose, createdById: null });
    await noticeLink(db, person.id, null);
    const stranger = { origin: { ip: null, userAgent: null }, tenantId: person.tenantId };
    await recordAnonymousEvent(db, stranger, { name: 'user.link_created', recordId: person.id, facts: { purpose } });
    return { link, choices: [] };
  });
}

export async function isSetUp(db: WriteDb): Promise<boolean> {
  return (await db.user.findFirst({ where: { userType: 'super_admin' }, select: { id: true } })) !== null;
}

/** Serialises set-ups by an advisory lock until commit, so that a second one sees the result of the first. */
export async function lockSetup(db: WriteDb): Promise<void> {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtext('oriel set-up'))`;
}

async function createLink(db: WriteDb, userId: string, purpose: LinkPurpose, actor: AdminActor | PlatformActor) {
  const link = await insertLink(db, { userId, purpose, createdById: actor.userId });
  await recordEvent(db, actor, { name: 'user.link_created', recordId: userId, facts: { purpose } });
  return link;
}

type NewLink = { userId: string | null; purpose: LinkPurpose; createdById: string | null };

// createMany, because create reads the row back and these roles may not read the hash.
async function insertLink(db: WriteDb, { userId, purpose, createdById }: NewLink): Promise<ShownLink> {
  await endOpenLinks(db, userId, purpose);
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(Date.now() + lives[purpose]);
  await db.userLink.createMany({ data: { userId, purpose, createdById, tokenHash: hashSecret(token), expiresAt } });
  return { url: addressOfLink(purpose, token), expiresAt };
}

/** Ends the valid links of a person (null: the set-up links), of one purpose or of all. */
export async function endOpenLinks(db: WriteDb, userId: string | null, purpose: LinkPurpose | null): Promise<void> {
  // A check constraint requires expires_at > created_at, also for a link created in this millisecond.
  await db.$executeRaw`update user_links set expires_at = greatest(now(), created_at + interval '1 millisecond')
    where user_id is not distinct from ${userId}::uuid and used_at is null and expires_at > now()
      and purpose = coalesce(${purpose}::user_link_purpose, purpose)`;
}
