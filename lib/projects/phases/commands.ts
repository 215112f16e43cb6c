import type { TeamActor } from '@/lib/authz/actor';
import { toColumn, today } from '@/lib/dates';
import type { WriteDb } from '@/lib/db/handles';
import { conflict, invalid, notFound, orNotFound } from '@/lib/errors';
import { recordEvent, recordEvents } from '@/lib/events/record';
import { notStarted, type PhaseStatus, phaseErrors, settlePhase } from '@/lib/projects/phases/rule';
import type {
  AddPhaseInput,
  ChangePhaseInput,
  MovePhaseInput,
  OrderPhasesInput,
  PhaseDetail,
  PhaseId,
} from '@/lib/projects/phases/schemas';
import { getPhase } from '@/lib/projects/queries';
import type { ProjectStatus } from '@/lib/projects/rule';
import { requireReason } from '@/lib/projects/schedule/checks';
import { freeSlug, slugOf } from '@/lib/slug';
import { withoutUndefined } from '@/lib/without-undefined';

/** Adds a phase at the end of a project. Throws NOT_FOUND, VALIDATION. */
export async function addPhase(
  db: WriteDb,
  { id: projectId, ...input }: AddPhaseInput,
  actor: TeamActor,
): Promise<PhaseDetail> {
  const project = await lockProject(db, projectId);
  const { clientId } = project;
  const settled = settlePhase(notStarted, input, today(actor.tenant.timeZone));
  const { status, percent } = settled;
  requireSound({ ...input, ...settled });
  const others = await db.phase.findMany({ where: { projectId }, select: { key: true, position: true } });
  const taken = new Set(others.map((phase) => phase.key));
  if (input.key && taken.has(input.key)) throw invalid({ key: 'keyTaken' });
  const { id } = await db.phase.create({
    data: {
      ...{ projectId, clientId, tenantId: actor.tenantId, name: input.name, status, percent },
      key: input.key ?? freeSlug(slugOf(input.name, 'phase'), taken),
      position: Math.max(-1, ...others.map((phase) => phase.position)) + 1,
      weight: input.weight ?? 1,
      ...dateColumns({ ...input, ...settled }),
    },
    select: { id: true },
  });
  const facts = { projectId, name: input.name, status, percent };
  const begun = await beginProject(db, projectId, project, status);
  const completed = completing(id, { projectId, name: input.name }, 'not_started', status);
  await recordEvents(db, actor, [{ name: 'phase.added', recordId: id, facts }, ...completed, ...begun]);
  return getPhase(db, { id: projectId, phaseId: id });
}

/**
 * Changes the named fields of a phase; status and percent follow each other. `asksReason`: a reason is required where the change
 * moves the plan of a begun project. Throws NOT_FOUND, VALIDATION.
 */
export async function changePhase(
  db: WriteDb,
  { id: projectId, phaseId, reason, reasonNote, ...change }: ChangePhaseInput,
  actor: TeamActor,
  { asksReason = false }: { asksReason?: boolean } = {},
): Promise<PhaseDetail> {
  const project = await lockProject(db, projectId);
  const before = await getPhase(db, { id: projectId, phaseId });
  const settled = settlePhase(before, change, today(actor.tenant.timeZone));
  const after = { ...before, ...withoutUndefined(change), ...settled };
  requireSound(after);
  const moved = await requireReason(db, [before, after], { reason, reasonNote }, { asked: asksReason });
  if (change.key && change.key !== before.key) await requireFreeKey(db, projectId, change.key);
  const { name, key, weight } = change;
  const { status, percent } = settled;
  await db.phase.update({
    where: { id: phaseId },
    data: withoutUndefined({ name, key, weight, status, percent, ...dateColumns({ ...change, ...settled }) }),
    select: { id: true },
  });
  const facts = { projectId, ...change, ...settled };
  const begun = await beginProject(db, projectId, project, status);
  const completed = completing(phaseId, { projectId, name: name ?? before.name }, before.status, status);
  const rescheduled = moved ? [reschedule(before, after, reason)] : [];
  const changed = { name: 'phase.changed', recordId: phaseId, facts, was: before } as const;
  await recordEvents(db, actor, [changed, ...rescheduled, ...completed, ...begun]);
  return getPhase(db, { id: projectId, phaseId });
}

/** Removes a phase; photos taken in it stay with the project. Throws NOT_FOUND. */
export async function removePhase(db: WriteDb, { id: projectId, phaseId }: PhaseId, actor: TeamActor): Promise<void> {
  await lockProject(db, projectId);
  const { name } = await getPhase(db, { id: projectId, phaseId });
  await db.phase.delete({ where: { id: phaseId }, select: { id: true } });
  await recordEvent(db, actor, { name: 'phase.removed', recordId: phaseId, facts: { projectId, name } });
}

type LockedProject = { clientId: string; status: ProjectStatus };

/**
 * Locks the project's row until commit, so that checks on its phases still hold when the change is written; returns the
 * project's client and status. Throws NOT_FOUND.
 */
export async function lockProject(db: WriteDb, id: string): Promise<LockedProject> {
  const [project] = await db.$queryRaw<LockedProject[]>`
    select client_id as "clientId", status from projects where id = ${id}::uuid for no key update`;
  return orNotFound(project);
}

/** Begins a planned project with the first progress of a phase; returns the event of that, or none. */
async function beginProject(db: WriteDb, id: string, { clientId, status: from }: LockedProject, phase: PhaseStatus) {
  if (from !== 'planned' || phase === 'not_started') return [];
  const to = 'active';
  await db.project.update({ where: { id }, data: { status: to }, select: { id: true } });
  return [{ name: 'project.status_changed', recordId: id, facts: { clientId, from, to } } as const];
}

/** The event of a phase that becomes completed; none where it was so before, or is not. */
function completing(id: string, facts: { projectId: string; name: string }, before: PhaseStatus, after: PhaseStatus) {
  if (before === 'completed' || after !== 'completed') return [];
  return [{ name: 'phase.completed', recordId: id, facts } as const];
}

/** The event of a phase whose plan moves. */
function reschedule(
  { id, projectId, ...from }: PhaseDetail,
  to: PhaseDetail,
  cause: ChangePhaseInput['reason'] = null,
) {
  const facts = {
    ...{ projectId, name: to.name, cause },
    ...{ fromStartOn: from.plannedStartOn, fromEndOn: from.plannedEndOn },
    ...{ toStartOn: to.plannedStartOn, toEndOn: to.plannedEndOn },
  };
  return { name: 'phase.rescheduled', recordId: id, facts } as const;
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
