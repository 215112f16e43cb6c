import type { ReadDb } from '@/lib/db/handles';
import { type Page, type PageQuery, pageArguments, pageOf } from '@/lib/paging';
import { detailColumns, toDetail } from '@/lib/projects/columns';
import type { PortalProject } from '@/lib/projects/schemas';

const statusOrder: Record<PortalProject['status'], number> = {
  active: 0,
  on_hold: 1,
  planned: 2,
  completed: 3,
  cancelled: 4,
};

/**
 * All projects with their phases, page by page: those under way first, finished ones last. The database orders by the
 * status as it is declared, planned before active, which also keeps every unfinished project ahead of the finished ones.
 */
export async function listPortalProjects(db: ReadDb, page: PageQuery): Promise<Page<PortalProject>> {
  const rows = await db.project.findMany({
    select: detailColumns,
    orderBy: [{ status: 'asc' }, { createdAt: 'desc' }, { id: 'asc' }],
    ...pageArguments(page),
  });
  const { data, nextCursor } = pageOf(rows, page);
  const projects = data.map(toDetail).sort((a, b) => statusOrder[a.status] - statusOrder[b.status]);
  return { data: projects, nextCursor };
}
