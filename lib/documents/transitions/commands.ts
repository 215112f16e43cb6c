import { recordAudit } from '@/lib/audit/commands';
import type { AdminActor, TeamActor } from '@/lib/authz/actor';
import type { WriteDb } from '@/lib/db/handles';
import { type LockedDocument, lockDocument } from '@/lib/documents/lock';
import type { MoveDocumentInput, MoveDocumentsInput, TeamDocumentDetail } from '@/lib/documents/schemas';
import { getTeamDocument } from '@/lib/documents/team-queries';
import { recordStep } from '@/lib/documents/transitions/history';
import { allowedSteps, type DocumentStatus, documentSteps, refuseStep } from '@/lib/documents/transitions/rule';
import { AppError, conflict, forbidden } from '@/lib/errors';

/**
 * Takes a document to another state. Publishing shows the newest version to the client, withdrawing shows none. Throws
 * NOT_FOUND, FORBIDDEN where it is for admins or for somebody else, and CONFLICT with the allowed states where nobody may
 * from here, or where a newer version than `version` is there.
 */
export async function moveDocument(
  db: WriteDb,
  input: MoveDocumentInput,
  actor: TeamActor,
): Promise<TeamDocumentDetail> {
  const { from, version, ...step } = input;
  await takeStep(db, { ...step, from: from ? [from] : null, version: version ?? null }, actor);
  return getTeamDocument(db, input, actor);
}

export type Moved = { moved: number; refused: { id: string; title: string; error: AppError }[] };

/** Takes many documents to one state: all that may go there go, and the others are named with what keeps them. */
export async function moveDocuments(
  db: WriteDb,
  { documents, step, reason }: MoveDocumentsInput,
  actor: TeamActor,
): Promise<Moved> {
  const refused: Moved['refused'] = [];
  const { from, to } = documentSteps[step];
  // Always in the same order, so that two who move the same documents wait for one another only once.
  for (const document of documents.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    try {
      await takeStep(db, { ...document, from, to, reason }, actor);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const row = await db.document.findUnique({ where: { id: document.id }, select: { title: true } });
      refused.push({ id: document.id, title: row?.title ?? '', error });
    }
  }
  return { moved: documents.length - refused.length, refused };
}

/** `from` and `version` are what was looked at, where it is known. */
type Step = {
  id: string;
  from: readonly DocumentStatus[] | null;
  to: DocumentStatus;
  version: number | null;
  reason?: string | null | undefined;
};

async function takeStep(db: WriteDb, { id, to, reason, ...seen }: Step, actor: TeamActor): Promise<void> {
  const document = await lockDocument(db, id);
  requireStep(document, { to, ...seen }, actor);
  const { status: from, newest } = document;
  const shown = { publishedVersionId: newest.id, publishedAt: new Date() };
  const visible = to === 'published' ? shown : from === 'published' ? hidden : {};
  await db.document.update({ where: { id }, data: { status: to, ...visible }, select: { id: true } });
  await recordStep(db, document, { to, reason: reason ?? null }, actor);
  const detail = { from, to, version: newest.number, ...(reason ? { reason } : {}) };
  await recordAudit(db, actor, { action: 'document.transition', recordType: 'document', recordId: id, detail });
}

const hidden = { publishedVersionId: null, publishedAt: null };

/**
 * Takes the published version out of the client's sight, also where a newer one stands behind it: a mistake must not wait for
 * the next version. From `published` this is the step to `approved`; elsewhere the newer version stays where it is, and the
 * history tells it as a step from there to there. Throws NOT_FOUND, CONFLICT where the client sees nothing.
 */
export async function withdrawDocument(
  db: WriteDb,
  { id }: { id: string },
  actor: AdminActor,
): Promise<TeamDocumentDetail> {
  const document = await lockDocument(db, id);
  if (document.publishedVersionId === null) throw conflict('notPublished');
  const { status: from } = document;
  const to = from === 'published' ? documentSteps.withdraw.to : from;
  await db.document.update({ where: { id }, data: { status: to, ...hidden }, select: { id: true } });
  await recordStep(db, document, { to, reason: null }, actor);
  await recordAudit(db, actor, {
    action: 'document.withdraw',
    recordType: 'document',
    recordId: id,
    detail: { from, to },
  });
  return getTeamDocument(db, { id }, actor);
}

function requireStep(
  document: LockedDocument,
  { to, from: seen, version }: Pick<Step, 'to' | 'from' | 'version'>,
  actor: TeamActor,
): void {
  const { status: from, documentType, newest } = document;
  const taker = { userType: actor.userType, isUploader: newest.uploadedById === actor.userId };
  const refusal = refuseStep(from, to, documentType, taker);
  if (refusal === 'adminsOnly') throw forbidden('adminsPublish');
  if (refusal === 'notFromHere' || (seen && !seen.includes(from)))
    throw notFromHere(document, allowedSteps(from, documentType, taker));
  if (version !== null && version !== newest.number) throw conflict('newerVersion', { number: newest.number });
  if (refusal === 'ownUpload') throw forbidden('ownUpload');
}

/** Says how it stands, who brought it there, and where it can go: in words, and for programs as `allowed`. */
function notFromHere({ status, lastStep }: LockedDocument, allowed: DocumentStatus[]): AppError {
  const by = lastStep?.toStatus === status ? lastStep.actorName : null;
  const params = { status, moved: by ? 'yes' : 'no', by: by ?? '', allowed: allowed.join('_') || 'none' };
  return conflict('documentStep', params, { allowed });
}
