import type { Actor, Origin } from '@/lib/authz/actor';
import type { Prisma } from '@/lib/db/generated/client';
import type { WriteDb } from '@/lib/db/handles';

/** What happened: an action such as `client.create`, the record it happened to, and facts worth keeping (never secrets). */
export type AuditEvent = {
  action: string;
  recordType?: string;
  recordId?: string;
  detail?: Prisma.InputJsonObject;
};

/** Writes who did what into the audit trail, in the transaction of the deed itself. */
export async function recordAudit(db: WriteDb, actor: Actor, event: AuditEvent): Promise<void> {
  const tenantId = actor.userType === 'super_admin' ? null : actor.tenantId;
  const { userId: actorId, name: actorName, userType: actorType, origin } = actor;
  await add(db, { ...event, actorId, actorName, actorType, ...origin, tenantId });
}

/** The same where nobody is known yet, such as a failed sign-in; `tenantId` and `actorId` where the account exists. */
export async function recordAnonymousAudit(
  db: WriteDb,
  origin: Origin,
  event: AuditEvent & { tenantId?: string | null; actorId?: string | null; actorName?: string | null },
): Promise<void> {
  await add(db, { ...event, ...origin });
}

// createMany, because create reads the row back and most roles may not read the trail.
async function add(db: WriteDb, entry: Prisma.AuditEntryCreateManyInput): Promise<void> {
  await db.auditEntry.createMany({ data: entry });
}
