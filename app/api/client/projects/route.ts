import { clientUser } from '@/lib/authz/guards';
import { listOf } from '@/lib/doors/envelope';
import { defineReadRoute } from '@/lib/doors/route';
import { pageQuery } from '@/lib/paging';
import { clientProjectOrder, listPortalProjects } from '@/lib/projects/overview/queries';
import { projectFilter, projectSummary } from '@/lib/projects/schemas';

export const GET = defineReadRoute({
  summary: "The projects of the person's client, those under way first, completed ones last, each newest first.",
  guard: clientUser,
  input: pageQuery(clientProjectOrder).extend({
    search: projectFilter.shape.search,
    status: projectFilter.shape.status,
  }),
  output: listOf(projectSummary),
  run: listPortalProjects,
});
