import type { TeamWho } from '@/lib/authz/actor';
import type { WriteDb } from '@/lib/db/handles';
import type { LockedDocument } from '@/lib/documents/lock';
import type { DocumentStatus } from '@/lib/documents/transitions/rule';

/** Adds a line to the history of a document: from where it stood when it was locked to where it is now, by whom, and why. */
export async function recordStep(
  db: WriteDb,
  { id, clientId, status }: LockedDocument,
  { to, reason }: { to: DocumentStatus; reason: string | null },
  who: TeamWho,
): Promise<void> {
  const place = { tenantId: who.tenantId, clientId, documentId: id };
  const actor = { actorId: who.userId, actorName: who.name };
  const step = { fromStatus: status, toStatus: to, reason };
  await db.documentTransition.create({ data: { ...place, ...actor, ...step }, select: { id: true } });
}
