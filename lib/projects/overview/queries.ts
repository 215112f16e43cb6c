import type { ReadDb } from '@/lib/db/handles';
import { type Page, type PageQuery, pageArguments, pageOf } from '@/lib/paging';
import { detailColumns, toDetail } from '@/lib/projects/columns';
import {
  byOverviewOrder,
  currentStatuses,
  finishedStatuses,
  projectProgress,
  splitByFinished,
} from '@/lib/projects/rule';
import type { PortalProject } from '@/lib/projects/schemas';

/**
 * All projects with their phases, page by page: unfinished ones first. PostgreSQL orders by the status as the enum declares
 * it, planned before active, so a page is sorted once more; both orders keep unfinished projects ahead of finished ones.
 */
export async function listPortalProjects(db: ReadDb, page: PageQuery): Promise<Page<PortalProject>> {
  const rows = await db.project.findMany({
    select: detailColumns,
    orderBy: [{ status: 'asc' }, { createdAt: 'desc' }, { id: 'asc' }],
    ...pageArguments(page),
  });
  const { data, nextCursor } = pageOf(rows, page);
  return { data: data.map(toDetail).sort(byOverviewOrder), nextCursor };
}

/** The most projects of each group; the counts of the client (lib/dashboard) include the others. */
const most = { current: 100, earlier: 6 };

type Row = Omit<PortalProject, 'progress'>;

/** The client's projects with their phases: the unfinished ones by status, and the latest finished ones. In one statement. */
export async function projectsAtAGlance(
  db: ReadDb,
): Promise<{ projects: PortalProject[]; earlierProjects: PortalProject[] }> {
  const rows = await db.$queryRaw<Row[]>`
    with shown as (
      (select *, row_number() over (order by array_position(${currentStatuses}::project_status[], status), ends_on, id) as place
        from projects where status = any(${currentStatuses}::project_status[]) order by place limit ${most.current})
      union all
      (select *, row_number() over (order by ends_on desc nulls last, id desc) as place
        from projects where status = any(${finishedStatuses}::project_status[]) order by place limit ${most.earlier})
    )
    select s.id, s.name, s.status::text, s.address, s.starts_on::text as "startsOn", s.ends_on::text as "endsOn", ph.phases
    from shown s, lateral (
      select coalesce(json_agg(json_build_object(
          'id', id, 'name', name, 'status', status, 'percent', percent, 'weight', weight,
          'plannedStartOn', planned_start_on, 'plannedEndOn', planned_end_on,
          'actualStartOn', actual_start_on, 'actualEndOn', actual_end_on) order by position, id), '[]') as phases
      from phases where tenant_id = s.tenant_id and client_id = s.client_id and project_id = s.id
    ) ph
    order by s.place`;
  return splitByFinished(rows.map((row) => ({ ...row, progress: projectProgress(row.phases) })));
}
