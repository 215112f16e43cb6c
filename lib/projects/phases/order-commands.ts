import type { TeamActor } from '@/lib/authz/actor';
import type { WriteDb } from '@/lib/db/handles';
import { conflict, notFound } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';
import { lockProject } from '@/lib/projects/phases/commands';
import type { MovePhaseInput, OrderPhasesInput } from '@/lib/projects/phases/schemas';

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
