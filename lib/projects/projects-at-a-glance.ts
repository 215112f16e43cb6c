import type { ReadDb } from '@/lib/db/handles';
import { splitByFinished } from '@/lib/projects/finished';
import { projectProgress } from '@/lib/projects/rule';
import type { PortalProject } from '@/lib/projects/schemas';

/** More than any client was ever seen to have under way; the counts of the client say when there are others. */
const most = { current: 100, earlier: 6 };

type Row = Omit<PortalProject, 'progress'>;

/** The client's projects with their phases: all that are not finished, those under way first, and the latest that are. */
export async function projectsAtAGlance(
  db: ReadDb,
): Promise<{ projects: PortalProject[]; earlierProjects: PortalProject[] }> {
  const rows = await db.$queryRaw<Row[]>`
    with shown as (
      (select *, row_number() over (order by array_position(array['active', 'on_hold', 'planned'], status::text), ends_on, id) as place
        from projects where status in ('active', 'on_hold', 'planned') order by place limit ${most.current})
      union all
      (select *, row_number() over (order by ends_on desc nulls last, id desc) as place
        from projects where status in ('completed', 'cancelled') order by place limit ${most.earlier})
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
