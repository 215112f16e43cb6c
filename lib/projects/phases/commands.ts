import type { TeamActor } from '@/lib/authz/actor';
import { toColumn } from '@/lib/dates';
import type { WriteDb } from '@/lib/db/handles';
import { conflict, invalid, notFound, orNotFound } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';
import { notStarted, phaseErrors, settlePhase } from '@/lib/projects/phases/rule';
import type {
  AddPhaseInput,
  ChangePhaseInput,
  MovePhaseInput,
  OrderPhasesInput,
  PhaseDetail,
  PhaseId,
} from '@/lib/projects/phases/schemas';
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

/** Puts the phases of a project in this order. Throws NOT_FOUND, and CONFLICT where these are not exactly its phases. */
export async function orderPhases(db: WriteDb, { id, phaseIds }: OrderPhasesInput, actor: TeamActor): Promise<void> {
  await lockProject(db, id);
  const present = new Set(await phaseOrder(db, id));
  const same = present.size === phaseIds.length && new Set(phaseIds).size === phaseIds.length;
  if (!same || phaseIds.some((phaseId) => !present.has(phaseId))) throw conflict('phasesChanged');
  await writeOrder(db, id, phaseIds, actor);
}

/** Moves a phase one place up or down; at the end of the list it stays. Throws NOT_FOUND. */
export async function movePhase(
  db: WriteDb,
  { id, phaseId, direction }: MovePhaseInput,
  actor: TeamActor,
): Promise<void> {
  await lockProject(db, id);
  const order = await phaseOrder(db, id);
  const from = order.indexOf(phaseId);
  if (from === -1) throw notFound();
  const to = direction === 'up' ? from - 1 : from + 1;
  const other = order[to];
  if (other === undefined) return;
  await writeOrder(db, id, order.with(from, other).with(to, phaseId), actor);
}

async function phaseOrder(db: WriteDb, projectId: string): Promise<string[]> {
  const orderBy = [{ position: 'asc' as const }, { id: 'asc' as const }];
  const phases = await db.phase.findMany({ where: { projectId }, select: { id: true }, orderBy });
  return phases.map((phase) => phase.id);
}

/** Writes all positions in one statement, counted from 0 without gaps. */
async function writeOrder(db: WriteDb, projectId: string, phaseIds: string[], actor: TeamActor): Promise<void> {
  await db.$executeRaw`
    update phases set position = wanted.place - 1, updated_at = now()
    from unnest(${phaseIds}::uuid[]) with ordinality as wanted (id, place)
    where phases.id = wanted.id and phases.project_id = ${projectId}::uuid and phases.position <> wanted.place - 1`;
  await recordEvent(db, actor, { name: 'project.phases_reordered', recordId: projectId, facts: { phaseIds } });
}
