import { listCursor } from '@/lib/cursor';
import { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import { likePattern, searching } from '@/lib/db/search';
import { invalid } from '@/lib/errors';
import type { Page, PageQuery } from '@/lib/paging';
import { currentStatuses, type ProjectStatus, projectProgress, splitByFinished } from '@/lib/projects/rule';
import type { PortalProject } from '@/lib/projects/schemas';

const cursors = listCursor('client-projects', [
  { column: 'rank', kind: 'whole' },
  { column: 'createdAt', kind: 'instant', direction: 'desc' },
  { column: 'id', kind: 'id' },
]);

/** The order of a client's projects in every list: active, on hold, planned, then finished; in each the newest first. */
export const clientProjectOrder = { accepts: (cursor: string) => cursors.decode(cursor) !== null };

/** The rank of completed and cancelled projects; an unfinished one has the place of its status in `currentStatuses`, from 1. */
const finished = currentStatuses.length + 1;

/** The most projects of each group on the dashboard; the client's counts (lib/dashboard) are over all. */
const most = { current: 100, earlier: 6 };

type Filter = PageQuery & { search?: string | undefined; status?: ProjectStatus | undefined };
type Row = Omit<PortalProject, 'progress'> & { rank: number; createdAt: Date; updatedAt: Date };
type ListedProject = PortalProject & { createdAt: string; updatedAt: string };

/** The client's projects with their phases, page by page. Throws VALIDATION on `cursor`. */
export async function listPortalProjects(
  db: ReadDb,
  { limit, cursor, search, status }: Filter,
): Promise<Page<ListedProject>> {
  const after = cursor === undefined ? [] : cursors.decode(cursor);
  if (after === null) throw invalid({ cursor: 'invalid' });
  const matches = await searching(db, search);
  const conditions = [
    ...(status ? [Prisma.sql`p.status = ${status}::project_status`] : []),
    ...(matches ? [mentions(likePattern(matches))] : []),
    ...(after.length > 0 ? [behind(after)] : []),
    Prisma.sql`true`,
  ];
  const rows = await withPhases(
    db,
    Prisma.sql`select p.* from ranked p where ${Prisma.join(conditions, ' and ')}
      order by p.rank, p.created_at desc, p.id limit ${limit + 1}`,
  );
  const data = rows.slice(0, limit);
  const last = rows.length > limit ? data.at(-1) : undefined;
  const nextCursor = last ? cursors.encode([last.rank, last.createdAt, last.id]) : null;
  return { data: data.map(toListed), nextCursor };
}

/** The projects on the dashboard, in the order of the same list: unfinished ones and the newest finished ones. */
export async function projectsAtAGlance(
  db: ReadDb,
): Promise<{ projects: PortalProject[]; earlierProjects: PortalProject[] }> {
  const rows = await withPhases(
    db,
    Prisma.sql`(select * from ranked where rank < ${finished} order by rank, created_at desc, id limit ${most.current})
      union all (select * from ranked where rank = ${finished} order by created_at desc, id limit ${most.earlier})`,
  );
  return splitByFinished(rows.map(toPortal));
}

/**
 * The chosen projects with their phases, in one statement. The rank is computed, because comparisons of an enum use no index
 * under row security. The policy's index finds one client's projects, and each page sorts only those, at any depth.
 */
function withPhases(db: ReadDb, shown: Prisma.Sql): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    with ranked as (
      select *, coalesce(array_position(${currentStatuses}::text[], status::text), ${finished}::int) as rank
      from projects
    ), shown as (${shown})
    select s.id, s.name, s.status::text, s.address, s.starts_on::text as "startsOn", s.ends_on::text as "endsOn", s.rank,
      s.created_at as "createdAt", s.updated_at as "updatedAt", ph.phases
    from shown s, lateral (
      select coalesce(json_agg(json_build_object(
          'id', id, 'name', name, 'status', status, 'percent', percent, 'weight', weight,
          'plannedStartOn', planned_start_on, 'plannedEndOn', planned_end_on,
          'actualStartOn', actual_start_on, 'actualEndOn', actual_end_on,
          'baselineStartOn', baseline_start_on, 'baselineEndOn', baseline_end_on) order by position, id), '[]') as phases
      from phases where tenant_id = s.tenant_id and client_id = s.client_id and project_id = s.id
    ) ph
    order by s.rank, s.created_at desc, s.id`;
}

function mentions(pattern: string): Prisma.Sql {
  return Prisma.sql`(p.search_text like ${pattern}
    or exists (select from clients c where c.id = p.client_id and c.search_text like ${pattern}))`;
}

function behind([rank, createdAt, id]: readonly unknown[]): Prisma.Sql {
  return Prisma.sql`(p.rank > ${rank} or (p.rank = ${rank} and (p.created_at < ${createdAt}::timestamptz
    or (p.created_at = ${createdAt}::timestamptz and p.id > ${id}::uuid))))`;
}

function toPortal({ rank: _rank, createdAt: _created, updatedAt: _updated, ...row }: Row): PortalProject {
  return { ...row, progress: projectProgress(row.phases) };
}

function toListed(row: Row): ListedProject {
  return { ...toPortal(row), createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString() };
}
