import { jwtVerify, SignJWT } from 'jose';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { verifyPassword } from '@/lib/auth/passwords';
import { hashSecret } from '@/lib/auth/secret-hash';
import { isSecure } from '@/lib/auth/session-cookie';
import { signingKey } from '@/lib/auth/signing-key';
import { countPasswordTry } from '@/lib/auth/throttle';
import type { GuestActor, Origin } from '@/lib/authz/actor';
import { type GuestFacts, guestOf } from '@/lib/authz/guest';
import { readAsLogin, writeAsGuest } from '@/lib/authz/scope';
import { Prisma } from '@/lib/db/generated/client';
import { AppError, invalid, notFound } from '@/lib/errors';
import { recordAnonymousEvent } from '@/lib/events/record';
import { paths } from '@/lib/paths';

/** Hours until a guest has to follow the link again. */
const hours = 12;

const label = 'oriel guest';

/** The cookie's name and attributes: sent to the pages and files of guests only, and no part of a session. */
export const guestCookieName = (): string => (isSecure() ? '__Secure-oriel-guest' : 'oriel-guest');
export function guestCookieOptions() {
  const attributes = { httpOnly: true, sameSite: 'lax', path: paths.guest.home, secure: isSecure() } as const;
  return { ...attributes, maxAge: hours * 3600 };
}

const facts = Prisma.sql`select g.id as "guestId", g.tenant_id as "tenantId", g.client_id as "clientId", g.user_id as "ownerId",
    u.name as "sharedBy", g.label, g.sections, g.expires_at as "expiresAt", g.revoked_at as "revokedAt",
    g.password_hash as "passwordHash", u.is_active as "isActive", u.user_type::text as "userType",
    u.client_portal_enabled as "portalEnabled", u.client_id as "ownClientId", c.is_active as "clientActive",
    t.status = 'active' as "tenantActive", t.guest_passes_enabled as "guestsAllowed", t.slug, t.name as "tenantName", t.accent,
    t.currency, t.time_zone as "timeZone", t.locale as "tenantLocale", t.logo_file_id as logo
  from guest_passes g join users u on u.id = g.user_id join tenants t on t.id = g.tenant_id
    left join clients c on c.tenant_id = u.tenant_id and c.id = u.client_id`;

type Row = GuestFacts & { passwordHash: string | null };

async function find(condition: Prisma.Sql): Promise<Row | null> {
  const [row] = await readAsLogin<Row>(Prisma.sql`${facts} where ${condition}`);
  if (!row) return null;
  return { ...row, logo: row.logo && paths.files.signInLogo(row.slug, row.logo) };
}

const byToken = (token: string) => find(Prisma.sql`g.token_hash = ${hashSecret(token)}`);

/** What the page of a link says before it is opened: who shows what until when, and whether a password is asked for. */
export type GuestLink = Pick<GuestActor, 'sharedBy' | 'expiresAt' | 'tenant'> & { hasPassword: boolean };

/** A live link; null for a revoked, expired and unknown one alike. Its secret has 256 bits, so that nobody guesses one. */
export async function findGuestLink(token: string, origin: Origin): Promise<GuestLink | null> {
  const row = await byToken(token);
  const guest = guestOf(row, origin);
  if (!row || !guest) return null;
  const { sharedBy, expiresAt, tenant } = guest;
  return { sharedBy, expiresAt, tenant, hasPassword: row.passwordHash !== null };
}

type Opening = { token: string; password?: string | null | undefined };

/**
 * Opens a pass by its link, and its password if it has one: returns the value of the cookie, and leaves a line in the log of the
 * pass and in the audit trail. Failed passwords count like those of an account. Throws NOT_FOUND, VALIDATION, TOO_MANY_TRIES.
 */
export async function openGuestPass({ token, password }: Opening, origin: Origin): Promise<string> {
  const row = await byToken(token);
  const guest = guestOf(row, origin);
  if (!row || !guest) throw notFound();
  if (row.passwordHash !== null) {
    const counted = await countPasswordTry(`guest ${row.guestId}`, origin, null);
    if (!(await verifyPassword(row.passwordHash, password ?? '', 'visitors')))
      throw invalid({ password: 'guestPassword' });
    await counted.forgive();
  }
  const { guestId: passId, tenantId, ownerId: userId } = guest;
  await writeAsGuest(guest, async (db) => {
    await db.$executeRaw`
      insert into guest_visits (id, tenant_id, user_id, pass_id, place, user_agent)
      values (${uuidv7()}::uuid, ${tenantId}::uuid, ${userId}::uuid, ${passId}::uuid, 'opened', ${origin.userAgent})`;
    const event = { name: 'guest_pass.opened', recordId: passId, facts: { label: guest.label } } as const;
    await recordAnonymousEvent(db, { origin, tenantId }, event);
  });
  return sealGuest(passId);
}

/** The value of the cookie of a pass that was opened: signed, for half a day. */
export async function sealGuest(pass: string): Promise<string> {
  return new SignJWT({ pass })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuedAt()
    .setExpirationTime(`${hours} hours`)
    .sign(await signingKey(label));
}

const contents = z.object({ pass: z.uuid() });

/** The guest whose cookie this is. Each request reads the pass anew. Throws NOT_FOUND for whatever opens nothing. */
export async function identifyGuest(cookie: string | undefined, origin: Origin): Promise<GuestActor> {
  const pass = cookie ? await passIn(cookie) : null;
  const guest = pass && guestOf(await find(Prisma.sql`g.id = ${pass}::uuid`), origin);
  if (!guest) throw new AppError('NOT_FOUND');
  return guest;
}

async function passIn(cookie: string): Promise<string | null> {
  try {
    const key = await signingKey(label);
    const { payload } = await jwtVerify(cookie, key, { algorithms: ['HS256'], requiredClaims: ['exp'] });
    return contents.parse(payload).pass;
  } catch {
    return null;
  }
}
