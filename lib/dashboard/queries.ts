import { isClientPortalUser } from '@/lib/authz/portal-access';
import { latestNews, nextDates, nextMilestones } from '@/lib/dashboard/rule';
import type { ClientPortalData, Dashboard, News, PortalClient } from '@/lib/dashboard/schemas';
import { newRows, sectionsOf } from '@/lib/dashboard/since/queries';
import { type StoredVisits, sinceOf } from '@/lib/dashboard/since/rule';
import { waitingOf, waitingRows } from '@/lib/dashboard/waiting/queries';
import { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import { type Part, part, readTogether } from '@/lib/db/together';
import { newestDocuments } from '@/lib/documents/queries';
import type { Day } from '@/lib/format';
import { newestPhotos } from '@/lib/gallery/queries';
import { openInvoices, toOpen } from '@/lib/invoices/open/queries';
import { projectsAtAGlance } from '@/lib/projects/overview/queries';
import { currentStatuses, finishedStatuses } from '@/lib/projects/rule';
import { monthOfWork, toMonth } from '@/lib/time/queries';

const most = { milestones: 5, news: 6, documents: 4, photos: 6, tickets: 100, dates: 3 };

/**
 * The dashboard of the person whose scope this is, in three statements. Null where they have no access to the portal. `today` is the
 * tenant's calendar date, `now` the instant of the visit in milliseconds.
 */
export async function findDashboard(db: ReadDb, today: Day, now = Date.now()): Promise<Dashboard | null> {
  const found = await findOwnClient(db, visitsOfPerson);
  if (!found) return null;
  const { client, visits } = found;
  const since = sinceOf(now, visits);
  const projects = await projectsAtAGlance(db);
  const { updates, documents, photos, waiting, fresh, tickets, ...money } = await readTogether(db, {
    ...moneyAndHours(today),
    updates: latestUpdates(today, most.news),
    documents: newestDocuments(most.documents),
    photos: newestPhotos(most.photos),
    waiting: waitingRows(today),
    fresh: newRows(since),
    tickets: openTickets,
  });
  const { home } = since;
  const data = portalData(client, projects, money, today);
  const milestones = nextMilestones(projects.projects, today);
  return {
    ...data,
    news: latestNews(updates, [...projects.projects, ...projects.earlierProjects], today, most.news),
    documents,
    photos,
    milestones: milestones.slice(0, most.milestones),
    nextDates: nextDates(milestones, data.invoices, today, most.dates),
    waiting: waitingOf(waiting),
    newSince: { at: home.newSince.toISOString(), isFirstVisit: !home.isReturning, sections: sectionsOf(fresh) },
    openTickets: tickets[0]?.count ?? 0,
    visit: home,
  };
}

/**
 * The client, its projects, its open invoices and the hours of this month, for the person whose scope this is, in three
 * statements. Null where that person has no access to the portal. `today` is the tenant's calendar date.
 */
export async function getClientPortalData(scope: ReadDb, today: Day): Promise<ClientPortalData | null> {
  const found = await findOwnClient(scope, Prisma.sql`null`);
  if (!found) return null;
  const projects = await projectsAtAGlance(scope);
  return portalData(found.client, projects, await readTogether(scope, moneyAndHours(today)), today);
}

const moneyAndHours = (today: Day) => ({ open: openInvoices(today), month: monthOfWork(today) });

type MoneyAndHours = { open: Parameters<typeof toOpen>[0]; month: Parameters<typeof toMonth>[0] };

function portalData(
  client: OwnClient,
  projects: Pick<ClientPortalData, 'projects' | 'earlierProjects'>,
  { open, month }: MoneyAndHours,
  today: Day,
): ClientPortalData {
  const { balanceMinor, ...invoices } = toOpen(open);
  return { client: { ...client, balanceMinor }, ...projects, invoices, timeEntries: toMonth(month, today) };
}

type OwnClient = Omit<PortalClient, 'balanceMinor'>;
type Person = OwnClient & {
  portalEnabled: boolean;
  clientId: string | null;
  clientActive: boolean | null;
  visits: StoredVisits | null;
};

/** The visits of the person, which people of clients alone may read. */
const visitsOfPerson = Prisma.sql`
  (select json_object_agg(v.place, json_build_object('seenAt', v.seen_at, 'previousAt', v.previous_at))
    from visits v where v.user_id = u.id)`;

/**
 * The client of the person whose scope this is, and their visits where those are asked for, read in the same snapshot as the rest. The
 * wall hides every client but the scope's own, so a person moved in the meantime gets neither the old client nor the new one.
 */
async function findOwnClient(
  scope: ReadDb,
  visitsColumn: Prisma.Sql,
): Promise<{ client: OwnClient; visits: StoredVisits } | null> {
  const [person] = await scope.$queryRaw<Person[]>`
    select u.client_portal_enabled as "portalEnabled", u.client_id as "clientId", c.is_active as "clientActive",
      c.id, c.name, c.currency, p.current as "currentProjects", p.earlier as "earlierProjects",
      ${visitsColumn} as visits
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
  const { portalEnabled: _enabled, clientId: _id, clientActive: _active, visits, ...client } = person;
  return { client, visits: visits ?? {} };
}

/** The person's requests that are not closed. */
const openTickets: Part<{ count: number }> = part(
  Prisma.sql`select count(*)::int as count from (
    select from support_tickets where client_user_id = (select app_user()) and status_key in ('open', 'in_progress') limit ${most.tickets}) t`,
  (row: { count: number }) => row,
);

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
