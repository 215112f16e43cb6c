import { z } from 'zod';
import { adminUser, teamMember } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { phaseTemplateEdit } from '@/lib/projects/templates/checks';
import { changePhaseTemplate, removePhaseTemplate } from '@/lib/projects/templates/commands';
import { getPhaseTemplate } from '@/lib/projects/templates/queries';
import { changePhaseTemplateInput, phaseTemplateDetail, phaseTemplateId } from '@/lib/projects/templates/schemas';

const output = recordOf(phaseTemplateDetail);

export const GET = defineReadRoute({
  summary: 'One phase template of the business.',
  guard: teamMember,
  input: phaseTemplateId,
  output,
  edits: phaseTemplateEdit,
  run: async (db, input) => ({ data: await getPhaseTemplate(db, input) }),
});

export const PATCH = defineWriteRoute({
  summary: 'Changes the named fields of a phase template; phases made from it stay as they are.',
  guard: adminUser,
  input: changePhaseTemplateInput,
  output,
  edits: phaseTemplateEdit,
  run: async (db, input, actor) => ({ data: await changePhaseTemplate(db, input, actor) }),
});

export const DELETE = defineWriteRoute({
  summary: 'Removes a phase template; phases made from it stay.',
  guard: adminUser,
  input: phaseTemplateId,
  output: z.void(),
  status: 204,
  run: removePhaseTemplate,
});
