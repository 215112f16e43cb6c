import { z } from 'zod';
import { teamMember } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { phaseEdit } from '@/lib/projects/phases/checks';
import { changePhase, removePhase } from '@/lib/projects/phases/commands';
import { changePhaseInput, phaseDetail, phaseId } from '@/lib/projects/phases/schemas';
import { getPhase } from '@/lib/projects/queries';

const output = recordOf(phaseDetail);

export const GET = defineReadRoute({
  summary: 'One phase of a project.',
  guard: teamMember,
  input: phaseId,
  output,
  edits: phaseEdit,
  run: async (db, input) => ({ data: await getPhase(db, input) }),
});

export const PATCH = defineWriteRoute({
  summary: 'Changes the named fields of a phase; its status follows its percent, and the other way round.',
  guard: teamMember,
  input: changePhaseInput,
  output,
  edits: phaseEdit,
  run: async (db, input, actor) => ({ data: await changePhase(db, input, actor) }),
});

export const DELETE = defineWriteRoute({
  summary: 'Removes a phase; photos taken in it stay with the project.',
  guard: teamMember,
  input: phaseId,
  output: z.void(),
  status: 204,
  run: removePhase,
});
