import { clientUser } from '@/lib/authz/guards';
import { listOf } from '@/lib/doors/envelope';
import { defineReadRoute } from '@/lib/doors/route';
import { recordId } from '@/lib/fields';
import { pageQuery } from '@/lib/paging';
import { phaseDetail, phaseOrder } from '@/lib/projects/phases/schemas';
import { listPhases } from '@/lib/projects/queries';

export const GET = defineReadRoute({
  summary: 'The phases of a project, in their order.',
  guard: clientUser,
  input: pageQuery(phaseOrder).extend({ id: recordId() }),
  output: listOf(phaseDetail),
  run: (db, { id, ...page }) => listPhases(db, { ...page, projectId: id }),
});
