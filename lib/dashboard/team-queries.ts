import type { TeamActor } from '@/lib/authz/actor';
import { mostChoices, toChoices } from '@/lib/choices';
import { businessSums } from '@/lib/dashboard/figures/queries';
import { minutesByWeek, moneyByMonth } from '@/lib/dashboard/figures/rule';
import { inboxCountRows, inboxRows, toInbox } from '@/lib/dashboard/inbox/queries';
import type { InboxFilter } from '@/lib/dashboard/inbox/schemas';
import type { Attention, FirstSteps, TeamDashboard, UnseenProject } from '@/lib/dashboard/schemas';
import { addDays } from '@/lib/dates';
import { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import { type Part, part, readTogether } from '@/lib/db/together';
import { orNotFound } from '@/lib/errors';
import type { Day } from '@/lib/format';
import { newestOpenProjects } from '@/lib/projects/queries';
import type { ProjectStatus } from '@/lib/projects/rule';
import { mondayOf } from '@/lib/time/rule';

/** Rows of each list beside the inbox; one more is read, to detect further rows. */
const shown = 6;

/** Days before a planned end from which a phase is listed as due soon, and without a sign-in after which a person is quiet. */
const days = { soon: 14, quiet: 30, working: 28 };

const open: ProjectStatus[] = ['planned', 'active'];
const isOpen = Prisma.sql`p.status_key = any(${open}::text[])`;

type Reader = Pick<TeamActor, 'userType'>;

/**
 * The first page of the business in two statements: the inbox, what else needs attention, and the figures of months and weeks. Without
 * money and people for staff, who may not read them. `day` is the tenant's calendar date.
 */
export async function getTeamDashboard(
  db: ReadDb,
  filter: InboxFilter,
  day: Day,
  { userType }: Reader,
): Promise<TeamDashboard> {
  const lists = {
    ...{ items: inboxRows(filter, day, { userType }), counts: inboxCountRows(day, { userType }) },
    ...{ soon: soonPhases(day), waiting: waitingProjects(), missing: missingHours(day) },
    ...{ choices: newestOpenProjects(mostChoices + 1), sums: businessSums(day) },
  };
  const people = { unseen: unseen(), quiet: quietPeople(day) };
  const read =
    userType === 'admin'
      ? await readTogether(db, { ...lists, ...people })
      : { ...(await readTogether(db, lists)), unseen: [], quiet: [] };
  const projects = (wanted: WaitingKind) =>
    shorten(read.waiting.filter(({ kind }) => kind === wanted).map(({ kind: _, ...project }) => project));
  return {
    inbox: toInbox(filter, read.items, read.counts),
    attention: {
      soon: shorten(read.soon),
      unseen: shorten(read.unseen),
      quiet: shorten(read.quiet),
      missingHours: shorten(read.missing),
      onHold: projects('onHold'),
      withoutPhases: projects('withoutPhases'),
      withoutContact: projects('withoutContact'),
    },
    money: moneyByMonth(read.sums, day),
    hours: minutesByWeek(read.sums, day),
    choices: toChoices('projects', read.choices),
    steps: await firstSteps(db),
  };
}

type DuePhase = Attention['soon']['rows'][number];

/** Open phases of planned and active projects that end within two weeks. */
function soonPhases(day: Day): Part<DuePhase> {
  const query = Prisma.sql`
    select f.id, f.name, f.percent, f.planned_end_on::text as "plannedEndOn",
      json_build_object('id', p.id, 'name', p.name, 'clientName', c.name) as project
    from phases f join projects p on p.id = f.project_id join clients c on c.id = p.client_id
    where f.planned_end_on between ${day}::date and ${addDays(day, days.soon)}::date and f.status <> 'completed' and ${isOpen}
    order by f.planned_end_on, f.id limit ${shown + 1}`;
  return part(query, (phase: DuePhase) => phase);
}

type WaitingKind = 'onHold' | 'withoutPhases' | 'withoutContact';
type WaitingProject = Attention[WaitingKind]['rows'][number] & { kind: WaitingKind };

/** Of a business with thousands of open projects, the newest are looked through for what they lack. */
const mostLookedThrough = 200;

const newestOpen = Prisma.sql`(${Prisma.join(
  open.map(
    (status) => Prisma.sql`(
      select * from projects where tenant_id = (select app_tenant()) and status_key = ${status} order by created_at desc, id limit ${mostLookedThrough})`,
  ),
  ' union all ',
)})`;

/** Projects on hold, and of the newest open ones those without phases or without a contact. */
function waitingProjects(): Part<WaitingProject> {
  const of = (kind: WaitingKind, from: string, when: Prisma.Sql) => Prisma.sql`(
    select ${kind} as kind, p.id, p.name, c.name as "clientName" from ${Prisma.raw(from)} p join clients c on c.id = p.client_id
    where ${when} order by p.created_at, p.id limit ${shown + 1})`;
  const query = Prisma.sql`
    with newest as materialized ${newestOpen}
    ${of('onHold', 'projects', Prisma.sql`p.status_key = 'on_hold'`)} union all
    ${of('withoutPhases', 'newest', Prisma.sql`not exists (select from phases f where f.project_id = p.id)`)} union all
    ${of('withoutContact', 'newest', Prisma.sql`p.client_user_id is null`)}`;
  return part(query, (project: WaitingProject) => project);
}

type Quiet = Attention['quiet']['rows'][number];

/** People of clients with access whose last sign-in is 30 days old; those who never signed in are in the inbox. */
function quietPeople(day: Day): Part<Quiet> {
  const query = Prisma.sql`
    select u.id, u.name, c.name as "clientName", u.last_sign_in_at as "lastSignInAt" from users u join clients c on c.id = u.client_id
    where u.last_sign_in_at < ${addDays(day, -days.quiet)}::date and u.is_active and u.client_portal_enabled and c.is_active
    order by u.last_sign_in_at, u.id limit ${shown + 1}`;
  return part(query, ({ lastSignInAt, ...person }: Quiet) => {
    return { ...person, lastSignInAt: new Date(lastSignInAt).toISOString() };
  });
}

type Member = Attention['missingHours']['rows'][number];

/**
 * People of the team who entered hours in the four weeks before this one, and none in this one; nobody on its Monday. Staff see
 * themselves.
 */
function missingHours(day: Day): Part<Member> {
  const monday = mondayOf(day);
  const query = Prisma.sql`
    select u.id, u.name from users u
    where u.client_id is null and u.user_type in ('admin', 'staff') and u.is_active and ${day}::date > ${monday}::date
      and exists (select from time_entries e where e.user_id = u.id
        and e.worked_on >= ${addDays(monday, -days.working)}::date and e.worked_on < ${monday}::date)
      and not exists (select from time_entries e where e.user_id = u.id and e.worked_on >= ${monday}::date)
    order by u.name, u.id limit ${shown + 1}`;
  return part(query, (member: Member) => member);
}

/** Of the newest planned and active projects those that nobody of their client sees, each with the reason. */
function unseen(): Part<UnseenProject> {
  const query = Prisma.sql`
    select p.id, p.name, c.id as "clientId", c.name as "clientName", case when people.count = 1 then people.one::uuid end as "userId",
      case when not c.is_active then 'clientInactive' when people.count = 0 then 'noPeople'
        when people.active then 'portalOff' else 'userInactive' end as reason
    from ${newestOpen} p join clients c on c.id = p.client_id,
      lateral (
        select count(*)::int as count, min(u.id::text) as one, bool_or(u.is_active) as active,
          bool_or(u.is_active and u.client_portal_enabled) as seeing from users u where u.client_id = c.id
      ) people
    where not (c.is_active and coalesce(people.seeing, false))
    order by p.created_at, p.id limit ${shown + 1}`;
  return part(query, (project: UnseenProject) => project);
}

/** The colour of a tenant that has chosen none: the column's default in prisma/models/tenancy.prisma. */
const firstAccent = '#1F5C57';

/** Each question in the order of an index: `exists` may read what other businesses have before it meets one of its own. */
async function firstSteps(db: ReadDb): Promise<FirstSteps> {
  const [steps] = await db.$queryRaw<FirstSteps[]>`
    select (select id from clients order by name, id limit 1) is not null as "hasClient", newest.id is not null as "hasProject",
      newest.id as "projectId",
      (select id from documents where status_key = 'published' order by updated_at desc, id limit 1) is not null
        or (select id from photos where visibility_key = 'client' order by taken_at desc, id desc limit 1) is not null
        or (select id from photos where visibility_key = 'public' order by taken_at desc, id desc limit 1) is not null as "hasShared",
      exists (select from users where client_id is not null and client_portal_enabled) as "hasInvited",
      exists (
        select from tenants where coalesce(email, phone, address, logo_file_id::text) is not null or accent <> ${firstAccent}
      ) as "hasDetails"
    from (values (1)) one left join (select id from projects order by created_at desc, id limit 1) newest on true`;
  return orNotFound(steps);
}

function shorten<T>(rows: T[]): { rows: T[]; more: boolean } {
  return { rows: rows.slice(0, shown), more: rows.length > shown };
}
