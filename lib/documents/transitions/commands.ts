import type { AdminActor, TeamActor } from '@/lib/authz/actor';
import type { WriteDb } from '@/lib/db/handles';
import { type LockedDocument, lockDocument } from '@/lib/documents/lock';
import type { MoveDocumentInput, MoveDocumentsInput } from '@/lib/documents/schemas';
import { requireStep } from '@/lib/documents/transitions/checks';
import { type DocumentStatus, type DocumentStep, documentSteps, stepBetween } from '@/lib/documents/transitions/rule';
import { AppError, conflict } from '@/lib/errors';
import type { AnyEvent, EventName } from '@/lib/events/catalogue';
import { recordEvent, recordEvents } from '@/lib/events/record';

/**
 * Moves a document to another state. Publishing shows the newest version to the client, withdrawing shows none. Throws
 * NOT_FOUND, FORBIDDEN for a step reserved to admins or to others than the uploader, and CONFLICT (with the allowed states)
 * for a step that no rule allows from here, or where a version newer than `version` exists.
 */
export async function moveDocument(
  db: WriteDb,
  { from, version, ...step }: MoveDocumentInput,
  actor: TeamActor,
): Promise<void> {
  const { event } = await takeStep(db, { ...step, from: from ? [from] : null, version: version ?? null }, actor);
  await recordEvent(db, actor, event);
}

type Place = { id: string; version: number; from: DocumentStatus };
export type Moved = { moved: Place[]; refused: { id: string; title: string; error: AppError }[] };

/** Moves many documents to one state. Returns those that moved, with the state before, and those that may not, each with its error. */
export async function moveDocuments(
  db: WriteDb,
  { documents, step, reason }: MoveDocumentsInput,
  actor: TeamActor,
): Promise<Moved> {
  const refused: Moved['refused'] = [];
  const moved: Place[] = [];
  const events: AnyEvent[] = [];
  const { from, to } = documentSteps[step];
  // Locked in one order, so that two moves of the same documents cannot deadlock.
  for (const document of documents.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    try {
      const { before, event } = await takeStep(db, { ...document, from, to, reason }, actor);
      events.push(event);
      moved.push({ ...document, from: before });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const row = await db.document.findUnique({ where: { id: document.id }, select: { title: true } });
      refused.push({ id: document.id, title: row?.title ?? '', error });
    }
  }
  await recordEvents(db, actor, events);
  return { moved, refused };
}

/** `from` and `version` are the expected states and version; null where the caller gave none. */
type Step = {
  id: string;
  from: readonly DocumentStatus[] | null;
  to: DocumentStatus;
  version: number | null;
  reason?: string | null | undefined;
};

/** Takes the step and writes its history; returns the state before and the event, which the caller records. */
async function takeStep(
  db: WriteDb,
  { id, to, reason, ...seen }: Step,
  actor: TeamActor,
): Promise<{ before: DocumentStatus; event: AnyEvent }> {
  const document = await lockDocument(db, id);
  requireStep(document, { to, ...seen }, actor);
  const { status: from, newest } = document;
  const shown = { publishedVersionId: newest.id, publishedAt: new Date() };
  const visible = to === 'published' ? shown : from === 'published' ? hidden : {};
  await db.document.update({ where: { id }, data: { status: to, ...visible }, select: { id: true } });
  await recordStep(db, document, { to, reason: reason ?? null }, actor);
  return { before: from, event: stepEvent(document, { to, version: newest.number, reason: reason ?? null }) };
}

const hidden = { publishedVersionId: null, publishedAt: null };

/**
 * Hides the published version from the client, also where a newer version is in progress: a mistake must not wait for the
 * next publication. From `published` this is the step to `approved`; elsewhere the newer version keeps its state, and the
 * history has a step from that state to itself. Throws NOT_FOUND, and CONFLICT where nothing is published.
 */
export async function withdrawDocument(db: WriteDb, { id }: { id: string }, actor: AdminActor): Promise<void> {
  const document = await lockDocument(db, id);
  if (document.publishedVersionId === null) throw conflict('notPublished');
  const { status: from } = document;
  const to = from === 'published' ? documentSteps.withdraw.to : from;
  await db.document.update({ where: { id }, data: { status: to, ...hidden }, select: { id: true } });
  await recordStep(db, document, { to, reason: null }, actor);
  const version = document.publishedVersion?.number ?? document.newest.number;
  await recordEvent(db, actor, { name: 'document.withdrawn', recordId: id, facts: stepFacts(document, to, version) });
}

function stepEvent(
  document: LockedDocument,
  { to, version, reason }: { to: DocumentStatus; version: number; reason: string | null },
): AnyEvent {
  const [recordId, facts] = [document.id, stepFacts(document, to, version)];
  const step = stepBetween(document.status, to);
  if (step === null) throw new Error(`No step leads from ${document.status} to ${to}`);
  // Clients read the events of publishing and withdrawing, and a reason is for the team only.
  if (step === 'publish' || step === 'withdraw') return { name: eventOfStep[step], recordId, facts };
  return { name: eventOfStep[step], recordId, facts: { ...facts, ...(reason ? { reason } : {}) } };
}

const eventOfStep = {
  submit: 'document.submitted',
  approve: 'document.approved',
  publish: 'document.published',
  reject: 'document.rejected',
  revise: 'document.revised',
  withdraw: 'document.withdrawn',
} as const satisfies Record<DocumentStep, EventName>;

function stepFacts({ projectId, clientId, title, status }: LockedDocument, to: DocumentStatus, version: number) {
  return { projectId, clientId, title, version, from: status, to };
}

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
