import type { TeamActor } from '@/lib/authz/actor';
import { defineEdit } from '@/lib/edits/edit';
import type { PhaseDetail, PhaseId } from '@/lib/projects/phases/schemas';
import { getPhase } from '@/lib/projects/queries';

/** The form of a phase. Another place in the order is no change of it. */
export const phaseEdit = defineEdit<PhaseId, TeamActor, PhaseDetail>({
  table: 'phases',
  id: ({ phaseId }) => phaseId,
  read: getPhase,
  fields: ({ id: _id, projectId: _projectId, position: _position, ...shown }) => shown,
  events: { record: 'phase', names: ['phase.added', 'phase.changed'] },
});
