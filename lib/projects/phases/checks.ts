import type { TeamActor } from '@/lib/authz/actor';
import { defineEdit } from '@/lib/edits/edit';
import type { PhaseDetail, PhaseId } from '@/lib/projects/phases/schemas';
import { getPhase } from '@/lib/projects/queries';

/** The form of a phase. Another place in the order and another baseline are no change of it. */
export const phaseEdit = defineEdit<PhaseId, TeamActor, PhaseDetail>({
  table: 'phases',
  id: ({ phaseId }) => phaseId,
  read: getPhase,
  fields: ({ name, key, status, percent, weight, plannedStartOn, plannedEndOn, actualStartOn, actualEndOn }) => {
    return { name, key, status, percent, weight, plannedStartOn, plannedEndOn, actualStartOn, actualEndOn };
  },
  events: { record: 'phase', names: ['phase.added', 'phase.changed'] },
});
