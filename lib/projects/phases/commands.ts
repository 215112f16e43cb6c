import type { TeamActor } from '@/lib/authz/actor';
import { toColumn } from '@/lib/dates';
import type { WriteDb } from '@/lib/db/handles';
import { invalid, orNotFound } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';
import { notStarted, phaseErrors, settlePhase } from '@/lib/projects/phases/rule';
import type { AddPhaseInput, ChangePhaseInput, PhaseDetail, PhaseId } from '@/lib/projects/phases/schemas';
import { getPhase } from '@/lib/projects/queries';
import { freeSlug, slugOf } from '@/lib/slug';
import { withoutUndefined } from '@/lib/without-undefined';

/** Adds a phase at the end of a project. Throws NOT_FOUND, VALIDATION. */
export async function addPhase(
  db: WriteDb,
  { id: projectId, ...input }: AddPhaseInput,
  actor: TeamActor,
): Promise<PhaseDetail> {
  const { clientId } = await lockProject(db, projectId);
  const state = settlePhase(notStarted, input);
  requireSound({ ...input, ...state });
  const others = await db.phase.findMany({ where: { projectId }, select: { key: true, position: true } });
  const taken = new Set(others.map((phase) => phase.key));
  if (input.key && taken.has(input.key)) throw invalid({ key: 'keyTaken' });
  const { id } = await db.phase.create({
    data: {
      ...{ projectId, clientId, tenantId: actor.tenantId, name: input.name, ...state },
      key: input.key ?? freeSlug(slugOf(input.name, 'phase'), taken),
      position: Math.max(-1, ...others.map((phase) => phase.position)) + 1,
      weight: input.weight ?? 1,
      ...dateColumns(input),
    },
    select: { id: true },
  });
  const facts = { projectId, name: input.name, ...state };
  await recordEvent(db, actor, { name: 'phase.added', recordId: id, facts });
  return getPhase(db, { id: projectId, phaseId: id });
}

/** Changes the named fields of a phase; status and percent follow each other. Throws NOT_FOUND, VALIDATION. */
export async function changePhase(
  db: WriteDb,
  { id: projectId, phaseId, ...change }: ChangePhaseInput,
  actor: TeamActor,
): Promise<PhaseDetail> {
  await lockProject(db, projectId);
  const before = await getPhase(db, { id: projectId, phaseId });
  const state = settlePhase(before, change);
  requireSound({ ...before, ...withoutUndefined(change), ...state });
  if (change.key && change.key !== before.key) await requireFreeKey(db, projectId, change.key);
  const { name, key, weight } = change;
  const { status, percent } = state;
  await db.phase.update({
    where: { id: phaseId },
    data: withoutUndefined({ name, key, weight, status, percent, ...dateColumns(change) }),
    select: { id: true },
  });
  const facts = { projectId, ...change, status, percent };
  await recordEvent(db, actor, { name: 'phase.changed', recordId: phaseId, facts });
  return getPhase(db, { id: projectId, phaseId });
}

/** Removes a phase; photos taken in it stay with the project. Throws NOT_FOUND. */
export async function removePhase(db: WriteDb, { id: projectId, phaseId }: PhaseId, actor: TeamActor): Promise<void> {
  await lockProject(db, projectId);
  const { name } = await getPhase(db, { id: projectId, phaseId });
  await db.phase.delete({ where: { id: phaseId }, select: { id: true } });
  await recordEvent(db, actor, { name: 'phase.removed', recordId: phaseId, facts: { projectId, name } });
}

/**
 * Locks the project's row until commit, so that checks on its phases still hold when the change is written; returns the
 * project's client. Throws NOT_FOUND.
 */
export async function lockProject(db: WriteDb, id: string): Promise<{ clientId: string }> {
  const [project] = await db.$queryRaw<{ clientId: string }[]>`
    select client_id as "clientId" from projects where id = ${id}::uuid for no key update`;
  return orNotFound(project);
}

function requireSound(phase: Parameters<typeof phaseErrors>[0]): void {
  const errors = phaseErrors(phase);
  if (Object.keys(errors).length > 0) throw invalid(errors);
}

async function requireFreeKey(db: WriteDb, projectId: string, key: string): Promise<void> {
  const taken = await db.phase.findUnique({ where: { projectId_key: { projectId, key } }, select: { id: true } });
  if (taken) throw invalid({ key: 'keyTaken' });
}

function dateColumns(dates: Pick<AddPhaseInput, 'plannedStartOn' | 'plannedEndOn' | 'actualStartOn' | 'actualEndOn'>) {
  return withoutUndefined({
    plannedStartOn: toColumn(dates.plannedStartOn),
    plannedEndOn: toColumn(dates.plannedEndOn),
    actualStartOn: toColumn(dates.actualStartOn),
    actualEndOn: toColumn(dates.actualEndOn),
  });
}
