import { hashSecret } from '@/lib/auth/secret-hash';
import type { OwnVia } from '@/lib/authz/actor';
import type { Identity, PersonFacts } from '@/lib/authz/identity';
import { asLogin, readAsLogin } from '@/lib/authz/scope';
import { Prisma } from '@/lib/db/generated/client';

const facts = Prisma.sql`u.id as "userId", u.user_type::text as "userType", u.name, u.email, u.locale, u.is_active as "isActive",
  u.client_portal_enabled as "portalEnabled", u.tenant_id as "tenantId", t.status = 'active' as "tenantActive", t.slug,
  t.name as "tenantName", t.accent, t.currency, t.time_zone as "timeZone", t.locale as "tenantLocale", t.logo_file_id as "logoFileId",
  u.client_id as "clientId", c.is_active as "clientActive"`;

const tenantAndClient = Prisma.sql`left join tenants t on t.id = u.tenant_id
  left join clients c on c.tenant_id = u.tenant_id and c.id = u.client_id`;

const openNotice = Prisma.sql`(select json_build_object('id', n.id, 'byName', n.by_name, 'createdAt', n.created_at, 'usedAt', n.used_at)
  from security_notices n where n.user_id = u.id and n.seen_at is null order by n.created_at desc limit 1)`;

/** What only a session comes with: for the frame of the pages. */
type Marks = Required<Pick<Identity, 'notice' | 'hasMoney' | 'hasHours' | 'unread' | 'unreadTickets'>>;

const marks = Prisma.sql`${openNotice} as notice, unread_notifications(u.id) as unread, unread_tickets(u.id) as "unreadTickets",
  case when u.client_id is not null then has_money(u.client_id) end as "hasMoney",
  case when u.client_id is not null then has_hours(u.client_id) end as "hasHours"`;

/** Age of `last_seen_at` at which a request updates it: a write per request would be too costly for this precision. */
const touchAfter = '5 minutes';

/** The identity of a live session; null for an unknown, revoked or expired one, and for one that was idle for too long. */
export async function identifySession(sessionId: string): Promise<Identity | null> {
  const [row] = await readAsLogin<PersonFacts & Marks & { stale: boolean }>(Prisma.sql`
    select ${facts}, ${marks}, s.last_seen_at < now() - ${touchAfter}::interval as stale
    from sessions s join users u on u.id = s.user_id ${tenantAndClient}
    where s.id = ${sessionId}::uuid and s.revoked_at is null and now() < least(s.expires_at, s.idle_expires_at)`);
  if (!row) return null;
  const { stale, ...known } = row;
  if (stale)
    await asLogin(
      (db) => db.$executeRaw`update sessions set idle_expires_at = now() + (idle_expires_at - last_seen_at),
      last_seen_at = now() where id = ${sessionId}::uuid and last_seen_at < now() - ${touchAfter}::interval`,
    );
  return { ...known, via: { kind: 'session', sessionId } };
}

/** The identity of a live bearer token; null for an unknown, revoked or expired one. */
export function identifyToken(token: string): Promise<Identity | null> {
  return tokenIdentity(Prisma.sql`k.token_hash = ${hashSecret(token)} and k.purpose = 'api'`);
}

/** The identity behind the private address of a calendar, which is no bearer token; null like identifyToken. */
export function identifyCalendar(token: string): Promise<Identity | null> {
  return tokenIdentity(Prisma.sql`k.token_hash = ${hashSecret(token)} and k.purpose = 'calendar'`);
}

/** The current identity of an actor's session or token; null once it is no longer live. */
export function identifyAgain(via: OwnVia): Promise<Identity | null> {
  if (via.kind === 'mail' || via.kind === 'import') return Promise.resolve(null);
  if (via.kind === 'session') return identifySession(via.sessionId);
  return tokenIdentity(Prisma.sql`k.id = ${via.tokenId}::uuid`);
}

/** The current facts of any person, without proof of identity; null for an unknown id. For lib/auth only. */
export async function findPerson(userId: string): Promise<PersonFacts | null> {
  const [row] = await readAsLogin<PersonFacts>(
    Prisma.sql`select ${facts} from users u ${tenantAndClient} where u.id = ${userId}::uuid`,
  );
  return row ?? null;
}

/** The same with what only a session comes with, for a look as this person. */
export async function findPersonWithMarks(userId: string): Promise<(PersonFacts & Marks) | null> {
  const [row] = await readAsLogin<PersonFacts & Marks>(
    Prisma.sql`select ${facts}, ${marks} from users u ${tenantAndClient} where u.id = ${userId}::uuid`,
  );
  return row ?? null;
}

/**
 * The identity of an actor's session or token without moving the time it was last used: an open page that only listens does not
 * keep a session alive. Null once it is no longer live.
 */
export async function identifyUnmoved(via: OwnVia): Promise<Identity | null> {
  if (via.kind === 'mail' || via.kind === 'import') return null;
  const live =
    via.kind === 'session'
      ? Prisma.sql`sessions s where s.user_id = u.id and s.id = ${via.sessionId}::uuid and s.revoked_at is null
          and now() < least(s.expires_at, s.idle_expires_at)`
      : Prisma.sql`api_tokens k where k.user_id = u.id and k.id = ${via.tokenId}::uuid and k.revoked_at is null and now() < k.expires_at`;
  const [row] = await readAsLogin<PersonFacts>(
    Prisma.sql`select ${facts} from users u ${tenantAndClient} where exists (select from ${live})`,
  );
  return row ? { ...row, via } : null;
}

async function tokenIdentity(isMeant: Prisma.Sql): Promise<Identity | null> {
  const [row] = await readAsLogin<PersonFacts & { tokenId: string; stale: boolean }>(Prisma.sql`
    select ${facts}, k.id as "tokenId", coalesce(k.last_used_at < now() - ${touchAfter}::interval, true) as stale
    from api_tokens k join users u on u.id = k.user_id ${tenantAndClient}
    where ${isMeant} and k.revoked_at is null and now() < k.expires_at`);
  if (!row) return null;
  const { stale, tokenId, ...known } = row;
  if (stale)
    await asLogin((db) => db.$executeRaw`update api_tokens set last_used_at = now() where id = ${tokenId}::uuid`);
  return { ...known, via: { kind: 'token', tokenId } };
}
