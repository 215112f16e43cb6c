import type { News } from '@/lib/dashboard/portal-data';
import type { ReadDb } from '@/lib/db/handles';
import type { Day } from '@/lib/format';
import type { PortalProject } from '@/lib/projects/schemas';

/** Characters of an update that are shown; the rest is on its project's page. */
const excerptLength = 280;

/** What was written and what was done lately, the latest first. `projects` are those whose phases count. */
export async function latestNews(
  db: ReadDb,
  projects: readonly PortalProject[],
  today: Day,
  count: number,
): Promise<News[]> {
  const updates = await db.$queryRaw<Omit<News, 'kind'>[]>`
    select u.id, u.posted_on::text as on, u.title, u.project_id as "projectId", p.name as "projectName",
      left(u.body, ${excerptLength}::int) || case when length(u.body) > ${excerptLength}::int then '…' else '' end as excerpt,
      u.author_name as "authorName", (select count(*)::int from project_comments c where c.update_id = u.id) as comments
    from project_updates u join projects p on p.id = u.project_id
    where u.posted_on <= ${today}::date
    order by u.posted_on desc, u.created_at desc, u.id desc
    limit ${count}`;
  const written = updates.map((update): News => ({ ...update, kind: 'update' }));
  return [...written, ...projects.flatMap(phaseNews)]
    .filter(({ on }) => on <= today)
    .sort(latestFirst)
    .slice(0, count);
}

function phaseNews(project: PortalProject): News[] {
  return project.phases.flatMap(({ id, name: title, actualStartOn, actualEndOn, status }) => {
    const about = { id, title, projectId: project.id, projectName: project.name };
    const facts = { ...about, excerpt: null, authorName: null, comments: 0 };
    const completed = status === 'completed' && actualEndOn;
    return [
      ...(completed ? [{ ...facts, kind: 'phase_completed' as const, on: completed }] : []),
      ...(actualStartOn ? [{ ...facts, kind: 'phase_started' as const, on: actualStartOn }] : []),
    ];
  });
}

/** Array.sort is stable, so the order of one day stays: notes first, a phase's end before its beginning. */
function latestFirst(a: News, b: News): number {
  return a.on > b.on ? -1 : a.on < b.on ? 1 : 0;
}
