import { teamMember } from '@/lib/authz/guards';
import { listOf } from '@/lib/doors/envelope';
import { defineWriteRoute } from '@/lib/doors/route';
import { orderPhases } from '@/lib/projects/phases/order-commands';
import { orderPhasesInput, phaseDetail } from '@/lib/projects/phases/schemas';
import { getProject } from '@/lib/projects/queries';

export const POST = defineWriteRoute({
  summary: 'Puts the phases of a project in order: all of them, each once, or 409.',
  guard: teamMember,
  input: orderPhasesInput,
  output: listOf(phaseDetail),
  run: async (db, input, actor) => {
    await orderPhases(db, input, actor);
    return { data: (await getProject(db, input)).phases, nextCursor: null };
  },
});
