import type { TeamActor } from '@/lib/authz/actor';
import type { LockedDocument } from '@/lib/documents/lock';
import { allowedSteps, type DocumentStatus, refuseStep } from '@/lib/documents/transitions/rule';
import { type AppError, conflict, forbidden } from '@/lib/errors';

/** A requested step. `from` and `version` are the expected states and version; null where the caller gave none. */
type WantedStep = { to: DocumentStatus; from: readonly DocumentStatus[] | null; version: number | null };

/** Throws FORBIDDEN or CONFLICT unless the actor may take the step from the document's current state. */
export function requireStep(document: LockedDocument, { to, from: seen, version }: WantedStep, actor: TeamActor): void {
  const { status: from, documentType, newest } = document;
  const taker = { userType: actor.userType, isUploader: newest.uploadedById === actor.userId };
  const refusal = refuseStep(from, to, documentType, taker);
  if (refusal === 'adminsOnly') throw forbidden('adminsPublish');
  if (refusal === 'notFromHere' || (seen && !seen.includes(from)))
    throw notFromHere(document, allowedSteps(from, documentType, taker));
  if (version !== null && version !== newest.number) throw conflict('newerVersion', { number: newest.number });
  if (refusal === 'ownUpload') throw forbidden('ownUpload');
}

/** The CONFLICT with the current state, the name of the person of the last step, and the allowed states (for programs). */
function notFromHere({ status, lastStep }: LockedDocument, allowed: DocumentStatus[]): AppError {
  const by = lastStep?.toStatus === status ? lastStep.actorName : null;
  const params = { status, moved: by ? 'yes' : 'no', by: by ?? '', allowed: allowed.join('_') || 'none' };
  return conflict('documentStep', params, { allowed });
}
