import type { TeamActor } from '@/lib/authz/actor';
import type { WriteDb } from '@/lib/db/handles';
import { conflict } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';
import { lockProject } from '@/lib/projects/phases/commands';
import { giveReason } from '@/lib/projects/schedule/checks';
import type { SetBaselineInput } from '@/lib/projects/schedule/schemas';

/**
 * Makes what is planned now the plan of a project that has begun, with which it is compared from here on; the history keeps the
 * plans before. Throws NOT_FOUND, and CONFLICT for a project that has not begun or whose plan is the same already.
 */
export async function setBaseline(
  db: WriteDb,
  { id, reason, reasonNote = null }: SetBaselineInput,
  actor: TeamActor,
): Promise<void> {
  const { status } = await lockProject(db, id);
  if (status === 'planned' || status === 'cancelled') throw conflict('noPlanYet');
  await giveReason(db, { reason, reasonNote });
  const changed = await db.$executeRaw`
    update phases set baseline_start_on = planned_start_on, baseline_end_on = planned_end_on
    where project_id = ${id}::uuid
      and (baseline_start_on, baseline_end_on) is distinct from (planned_start_on, planned_end_on)`;
  if (changed === 0) throw conflict('planIsTheSame');
  const facts = { cause: reason, count: changed };
  await recordEvent(db, actor, { name: 'project.replanned', recordId: id, facts });
}
