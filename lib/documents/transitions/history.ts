import type { TeamActor } from '@/lib/authz/actor';
import type { WriteDb } from '@/lib/db/handles';
import type { LockedDocument } from '@/lib/documents/lock';
import type { DocumentStatus } from '@/lib/documents/transitions/rule';

/** Adds a step to the history of a document, from the state in which it was locked, with the actor and the reason. */
export async function recordStep(
  db: WriteDb,
  { id, clientId, status }: LockedDocument,
  { to, reason }: { to: DocumentStatus; reason: string | null },
  actor: TeamActor,
): Promise<void> {
  const place = { tenantId: actor.tenantId, clientId, documentId: id };
  const by = { actorId: actor.userId, actorName: actor.name };
  const step = { fromStatus: status, toStatus: to, reason };
  await db.documentTransition.create({ data: { ...place, ...by, ...step }, select: { id: true } });
}
