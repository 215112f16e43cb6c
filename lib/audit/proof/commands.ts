import { type Outcome, type ProveArchives, proveTrail } from '@/lib/audit/proof/queries';
import type { Break } from '@/lib/audit/proof/rule';
import type { AuditFault } from '@/lib/audit/proof/schemas';
import type { JobActor } from '@/lib/authz/actor';
import { read, write } from '@/lib/authz/scope';
import { Prisma } from '@/lib/db/generated/client';
import type { WriteDb } from '@/lib/db/handles';

/** Proves the archives of a job's tenant. */
type ProveArchivesOf = (job: JobActor, ...rest: Parameters<ProveArchives>) => ReturnType<ProveArchives>;

/** Proves the trail of a job's tenant with its archives, of the platform without one, and keeps what it finds. */
export async function checkTrail(job: JobActor, archives: ProveArchivesOf): Promise<Outcome> {
  const outcome = await proveTrail(
    (work) => read(job, work),
    job.tenantId,
    (held) => archives(job, held),
  );
  await write(job, (db) => keepOutcome(db, job.tenantId, outcome));
  return outcome;
}

/** A break as it is stored and told. */
export function toAuditFault(found: Break): AuditFault {
  return {
    kind: found.kind,
    entryId: 'entryId' in found ? found.entryId : null,
    position: 'position' in found ? found.position : null,
    expected: 'expected' in found ? found.expected : null,
    found: 'found' in found ? found.found : null,
  };
}

/** Stores what a proof found. Where it held before stays known while it does not hold. */
async function keepOutcome(db: WriteDb, tenantId: string | null, outcome: Outcome): Promise<void> {
  const checkedAt = new Date();
  const { held } = outcome;
  const found = held
    ? { fault: Prisma.DbNull, heldAt: checkedAt, position: held.position, hash: new Uint8Array(held.hash) }
    : { fault: toAuditFault(outcome.break) };
  const before = await db.auditCheck.findFirst({ where: { tenantId }, select: { id: true } });
  if (before) await db.auditCheck.update({ where: before, data: { checkedAt, ...found }, select: { id: true } });
  else await db.auditCheck.create({ data: { tenantId, checkedAt, ...found }, select: { id: true } });
}
