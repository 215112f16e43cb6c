import { teamMember } from '@/lib/authz/guards';
import { listOf } from '@/lib/doors/envelope';
import { defineWriteRoute } from '@/lib/doors/route';
import { recordId } from '@/lib/fields';
import { phaseDetail } from '@/lib/projects/phases/schemas';
import { addPhasesFromTemplate } from '@/lib/projects/templates/commands';
import { addPhasesFromTemplateInput } from '@/lib/projects/templates/schemas';

export const POST = defineWriteRoute({
  summary: 'Adds the phases of a template at the end of a project, one after the other.',
  guard: teamMember,
  input: addPhasesFromTemplateInput.omit({ projectId: true }).extend({ id: recordId() }),
  output: listOf(phaseDetail),
  status: 201,
  idempotent: true,
  run: async (db, { id: projectId, ...input }, actor) => ({
    data: await addPhasesFromTemplate(db, { projectId, ...input }, actor),
    nextCursor: null,
  }),
});
