import type { Origin, OwnVia, UserType } from '@/lib/authz/actor';
import type { Prisma } from '@/lib/db/generated/client';
import type { WriteDb } from '@/lib/db/handles';

/** The part of an event that the trail stores. Facts are JSON, checked by their schemas in lib/events. */
export type AuditLine = {
  name: string;
  recordType: string | null;
  recordId: string | null;
  facts: Record<string, unknown>;
  tenantId: string | null;
  doer: { id: string; name: string; userType: UserType | null } | null;
  via: OwnVia | null;
  origin: Origin;
};

/** Adds lines to the audit trail in one insert. Called by lib/events only, as the first reader of events. */
export async function recordAudit(db: WriteDb, lines: readonly AuditLine[]): Promise<void> {
  // createMany, because create reads the row back and most roles may not read the trail.
  await db.auditEntry.createMany({ data: lines.map(rowOf) });
}

function rowOf({ name, facts, doer, via, origin, ...line }: AuditLine): Prisma.AuditEntryCreateManyInput {
  const { recordType, recordId, tenantId } = line;
  return {
    ...{ action: name, recordType, recordId, tenantId, ...origin },
    ...{ actorId: doer?.id ?? null, actorName: doer?.name ?? null, actorType: doer?.userType ?? null },
    ...(via && { via }),
    // The schemas of the facts allow JSON values only.
    detail: facts as Prisma.InputJsonObject,
  };
}
