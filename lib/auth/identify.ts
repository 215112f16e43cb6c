import { createHash } from 'node:crypto';
import type { Identity } from '@/lib/authz/identity';
import { asLogin } from '@/lib/authz/scope';
import { Prisma } from '@/lib/db/generated/client';

const identity = Prisma.sql`u.id as "userId", u.user_type::text as "userType", u.name, u.email, u.locale, u.is_active as "isActive",
  u.client_portal_enabled as "portalEnabled", u.tenant_id as "tenantId", t.status = 'active' as "tenantActive", t.slug,
  t.name as "tenantName", t.accent, t.currency, t.time_zone as "timeZone", t.locale as "tenantLocale", t.logo_file_id as "logoFileId",
  u.client_id as "clientId", c.is_active as "clientActive"`;

/** How stale `last_seen_at` may be before a request moves it: a write per page would cost more than it tells. */
const touchAfter = '5 minutes';

/** SHA-256 of a secret that has at least 128 random bits (a token, a link), as the database keeps it. */
export function hashSecret(secret: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash('sha256').update(secret).digest());
}

/** Who a live session belongs to; null when it is unknown, revoked, expired or was idle for too long. */
export function identifySession(sessionId: string): Promise<Identity | null> {
  return asLogin(async (db) => {
    const [row] = await db.$queryRaw<(Identity & { stale: boolean })[]>`
      select ${identity}, s.id as "sessionId", null as "tokenId",
        s.last_seen_at < now() - ${touchAfter}::interval as stale
      from sessions s join users u on u.id = s.user_id
        left join tenants t on t.id = u.tenant_id left join clients c on c.tenant_id = u.tenant_id and c.id = u.client_id
      where s.id = ${sessionId}::uuid and s.revoked_at is null and now() < least(s.expires_at, s.idle_expires_at)`;
    if (!row) return null;
    const { stale, ...known } = row;
    if (stale)
      await db.$executeRaw`update sessions set idle_expires_at = now() + (idle_expires_at - last_seen_at), last_seen_at = now()
        where id = ${sessionId}::uuid`;
    return known;
  });
}

/** Who a live bearer token belongs to; null when it is unknown, revoked or expired. */
export function identifyToken(token: string): Promise<Identity | null> {
  return asLogin(async (db) => {
    const [row] = await db.$queryRaw<(Identity & { stale: boolean })[]>`
      select ${identity}, null as "sessionId", k.id as "tokenId",
        coalesce(k.last_used_at < now() - ${touchAfter}::interval, true) as stale
      from api_tokens k join users u on u.id = k.user_id
        left join tenants t on t.id = u.tenant_id left join clients c on c.tenant_id = u.tenant_id and c.id = u.client_id
      where k.token_hash = ${hashSecret(token)} and k.revoked_at is null and now() < k.expires_at`;
    if (!row) return null;
    const { stale, ...known } = row;
    if (stale) await db.$executeRaw`update api_tokens set last_used_at = now() where id = ${known.tokenId}::uuid`;
    return known;
  });
}
