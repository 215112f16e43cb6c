import { teamMember } from '@/lib/authz/guards';
import { listOf, recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { recordId } from '@/lib/fields';
import { pageQuery } from '@/lib/paging';
import { addPhase } from '@/lib/projects/phases/commands';
import { addPhaseInput, phaseDetail, phaseOrder } from '@/lib/projects/phases/schemas';
import { listPhases } from '@/lib/projects/queries';

export const GET = defineReadRoute({
  summary: 'The phases of a project, in their order.',
  guard: teamMember,
  input: pageQuery(phaseOrder).extend({ id: recordId() }),
  output: listOf(phaseDetail),
  run: (db, { id, ...page }) => listPhases(db, { ...page, projectId: id }),
});

export const POST = defineWriteRoute({
  summary: 'Adds a phase at the end of a project; its key follows from the name, its status from the percent.',
  guard: teamMember,
  input: addPhaseInput,
  output: recordOf(phaseDetail),
  status: 201,
  idempotent: true,
  run: async (db, input, actor) => ({ data: await addPhase(db, input, actor) }),
});
