import { adminUser, teamMember } from '@/lib/authz/guards';
import { listOf, recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { createPhaseTemplate } from '@/lib/projects/templates/commands';
import { listOwnTemplates } from '@/lib/projects/templates/queries';
import { createPhaseTemplateInput, phaseTemplateDetail, phaseTemplateFilter } from '@/lib/projects/templates/schemas';

export const GET = defineReadRoute({
  summary: 'The phase templates of the business, by name.',
  guard: teamMember,
  input: phaseTemplateFilter,
  output: listOf(phaseTemplateDetail),
  run: listOwnTemplates,
});

export const POST = defineWriteRoute({
  summary: 'Adds a phase template.',
  guard: adminUser,
  input: createPhaseTemplateInput,
  output: recordOf(phaseTemplateDetail),
  status: 201,
  idempotent: true,
  run: async (db, input, actor) => ({ data: await createPhaseTemplate(db, input, actor) }),
});
