import { type Break, type ChainedLine, isBreak, type Link, type Place, step } from '@/lib/audit/proof/rule';
import { type AuditCheck, auditFault } from '@/lib/audit/proof/schemas';
import { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';

/** Opens a transaction for one part of a proof, so that a long trail is read in many short ones. */
type InTransaction = <T>(work: (db: ReadDb) => Promise<T>) => Promise<T>;

/** A trail that holds, with its last link and the number of its lines, or the first thing that does not. */
export type Outcome = { held: Place; lines: number; break: null } | { held: null; break: Break };

/** Proves what was taken out of the database: where the chain begins since then, or what does not hold (lib/trail-archives). */
export type ProveArchives = (
  held: Place | null,
) => Promise<{ place: Place; lines: number; break: null } | { break: Break }>;

/** A link has as many lines as its statement added: mostly one, for 200 photos 400. */
const batch = 50;

/**
 * Proves the trail of a tenant, of the platform without one: every line is as it was written, none is missing or added, and nothing
 * changed before the place where the proof held last. `archives` proves the files where old lines went. Links are only ever added, so that each page may have a transaction of its own.
 */
export async function proveTrail(
  inTransaction: InTransaction,
  tenantId: string | null,
  archives: ProveArchives,
): Promise<Outcome> {
  const held = await inTransaction((db) => lastHeld(db, tenantId));
  const begin = await archives(held);
  if (begin.break) return { held: null, break: begin.break };
  let { place, lines } = begin;
  for (let count = batch; count === batch; ) {
    const { links, found } = await inTransaction((db) => linksAfter(db, tenantId, place.position));
    for (const link of links) {
      const next = step(place, link, found, held);
      if (isBreak(next)) return { held: null, break: next };
      place = next;
    }
    lines += found.size;
    count = links.length;
  }
  if (held && held.position > place.position)
    return { held: null, break: { kind: 'shortened', expected: held.position, found: place.position } };
  const added = await inTransaction((db) => unchained(db, tenantId));
  return added ? { held: null, break: { kind: 'added', entryId: added } } : { held: place, lines, break: null };
}

function lastHeld(db: ReadDb, tenantId: string | null): Promise<Place | null> {
  return db.auditCheck.findFirst({ where: { tenantId }, select: { position: true, hash: true } });
}

/** What the last proof of a trail found; null before the first one. */
export async function findAuditCheck(db: ReadDb, tenantId: string | null): Promise<AuditCheck | null> {
  const select = { checkedAt: true, heldAt: true, fault: true } as const;
  const found = await db.auditCheck.findFirst({ where: { tenantId }, select });
  return found && { ...found, fault: found.fault === null ? null : auditFault.parse(found.fault) };
}

/** The links after a place with their lines, a batch of them. */
export async function linksAfter(db: ReadDb, tenantId: string | null, position: number) {
  const rows = await db.auditLink.findMany({
    where: { tenantId, position: { gt: position } },
    orderBy: { position: 'asc' },
    take: batch,
    select: { position: true, entryIds: true, digests: true, hash: true },
  });
  const links = rows.map(({ position: place, hash, ...rest }): Link => {
    if (place === null || hash === null) throw new Error('a link without a place was read');
    return { ...rest, position: place, hash };
  });
  const lines = await linesOf(
    db,
    links.flatMap(({ entryIds }) => entryIds),
  );
  return { links, found: new Map(lines.map((line) => [line.id, line])) };
}

/** In SQL, because the digest covers JSON as PostgreSQL prints it. */
function linesOf(db: ReadDb, ids: string[]): Promise<ChainedLine[]> {
  return db.$queryRaw<ChainedLine[]>`
    select id, tenant_id as "tenantId", actor_id as "actorId", actor_name as "actorName", actor_type::text as "actorType", action,
      record_type as "recordType", record_id as "recordId", detail::text, via::text, ip, user_agent as "userAgent", created_at as "createdAt"
    from audit_entries where id = any (${ids}::uuid[])`;
}

/** A line that is in no link, looked for only where there are more lines than links know. */
async function unchained(db: ReadDb, tenantId: string | null): Promise<string | null> {
  const mine = tenantId === null ? Prisma.sql`tenant_id is null` : Prisma.sql`tenant_id = ${tenantId}::uuid`;
  const [counts] = await db.$queryRaw<{ lines: bigint; chained: bigint }[]>`
    select (select count(*) from audit_entries where ${mine}) as lines,
      (select coalesce(sum(cardinality(entry_ids)), 0) from audit_links where ${mine}) as chained`;
  if (counts?.lines === counts?.chained) return null;
  const [line] = await db.$queryRaw<{ id: string }[]>`
    select id from audit_entries where ${mine}
      and id not in (select unnest(entry_ids) from audit_links where ${mine}) order by created_at, id limit 1`;
  return line?.id ?? null;
}
