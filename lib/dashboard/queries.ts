import { isClientPortalUser } from '@/lib/authz/portal-access';
import { nextMilestones, phaseNews } from '@/lib/dashboard/rule';
import type { ClientPortalData, Dashboard, News, PortalClient } from '@/lib/dashboard/schemas';
import { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import { type Part, part, readTogether } from '@/lib/db/together';
import { newestDocuments } from '@/lib/documents/queries';
import type { Day } from '@/lib/format';
import { newestPhotos } from '@/lib/gallery/queries';
import { openInvoices } from '@/lib/invoices/queries';
import { projectsAtAGlance } from '@/lib/projects/overview/queries';
import { currentStatuses, finishedStatuses } from '@/lib/projects/rule';
import type { PortalProject } from '@/lib/projects/schemas';
import { monthOfWork } from '@/lib/time/queries';

const most = { milestones: 5, news: 6, documents: 4, photos: 6 };

/** The dashboard of the person whose scope this is, in five statements. Null where they have no access to the portal. */
export async function findDashboard(db: ReadDb, today: Day): Promise<Dashboard | null> {
  const data = await getClientPortalData(db, today);
  if (!data) return null;
  const { updates, documents, photos } = await readTogether(db, {
    updates: latestUpdates(today, most.news),
    documents: newestDocuments(most.documents),
    photos: newestPhotos(most.photos),
  });
  const news = latestNews(updates, [...data.projects, ...data.earlierProjects], today, most.news);
  const milestones = nextMilestones(data.projects, today).slice(0, most.milestones);
  return { ...data, news, documents, photos, milestones };
}

/**
 * The client, its projects, its open invoices and the hours of this month, for the person whose scope this is, in four
 * statements. Null where that person has no access to the portal. `today` is the tenant's calendar date.
 */
export async function getClientPortalData(scope: ReadDb, today: Day): Promise<ClientPortalData | null> {
  const client = await findOwnClient(scope);
  if (!client) return null;
  const projects = await projectsAtAGlance(scope);
  const { balanceMinor, ...invoices } = await openInvoices(scope, today);
  return {
    client: { ...client, balanceMinor },
    ...projects,
    invoices,
    timeEntries: await monthOfWork(scope, today),
  };
}

type OwnClient = Omit<PortalClient, 'balanceMinor'>;
type Person = OwnClient & { portalEnabled: boolean; clientId: string | null; clientActive: boolean | null };

/**
 * The client of the person whose scope this is, read in the same snapshot as the rest. The wall hides every client but the
 * scope's own, so a person moved in the meantime gets neither the old client nor the new one.
 */
async function findOwnClient(scope: ReadDb): Promise<OwnClient | null> {
  const [person] = await scope.$queryRaw<Person[]>`
    select u.client_portal_enabled as "portalEnabled", u.client_id as "clientId", c.is_active as "clientActive",
      c.id, c.name, c.currency, p.current as "currentProjects", p.earlier as "earlierProjects"
    from users u
      join tenants t on t.id = u.tenant_id and t.status = 'active'
      left join clients c on c.tenant_id = u.tenant_id and c.id = u.client_id,
      lateral (
        select count(*) filter (where status = any(${currentStatuses}::project_status[]))::int as current,
          count(*) filter (where status = any(${finishedStatuses}::project_status[]))::int as earlier
        from projects where tenant_id = c.tenant_id and client_id = c.id
      ) p
    where u.id = (select app_user()) and u.user_type = 'client' and u.is_active`;
  if (!person || !isClientPortalUser(person)) return null;
  const { portalEnabled: _enabled, clientId: _id, clientActive: _active, ...client } = person;
  return client;
}

/** Characters of an update that are shown; the project's page has the whole text. */
const excerptLength = 280;

function latestUpdates(today: Day, count: number): Part<News> {
  const query = Prisma.sql`
    select u.id, u.posted_on::text as on, u.title, u.project_id as "projectId", p.name as "projectName",
      left(u.body, ${excerptLength}::int) || case when length(u.body) > ${excerptLength}::int then '…' else '' end as excerpt,
      u.author_name as "authorName", (select count(*)::int from project_comments c where c.update_id = u.id) as comments
    from project_updates u join projects p on p.id = u.project_id
    where u.posted_on <= ${today}::date and u.published_at is not null
    order by u.posted_on desc, u.created_at desc, u.id desc
    limit ${count}`;
  return part(query, (update: Omit<News, 'kind'>) => ({ ...update, kind: 'update' }));
}

/** Updates, and starts and completions of the phases of `projects`, the latest first. Nothing after `today`. */
function latestNews(updates: readonly News[], projects: readonly PortalProject[], today: Day, count: number): News[] {
  return [...updates, ...projects.flatMap(phaseNews)]
    .filter(({ on }) => on <= today)
    .sort(latestFirst)
    .slice(0, count);
}

/** Array.sort is stable, so the order within a day stays: updates first, a phase's completion before its start. */
function latestFirst(a: News, b: News): number {
  return a.on > b.on ? -1 : a.on < b.on ? 1 : 0;
}
