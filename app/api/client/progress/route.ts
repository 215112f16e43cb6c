import { clientUser } from '@/lib/authz/guards';
import { listOf } from '@/lib/doors/envelope';
import { defineReadRoute } from '@/lib/doors/route';
import { phaseDetail, phaseFilter } from '@/lib/projects/phases/schemas';
import { listPhases } from '@/lib/projects/queries';

export const GET = defineReadRoute({
  summary: "The phases of the person's projects, or of one of them, project by project in their order.",
  guard: clientUser,
  input: phaseFilter,
  output: listOf(phaseDetail),
  run: listPhases,
});
