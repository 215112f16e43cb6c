import type { TeamActor } from '@/lib/authz/actor';
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

/** Projects that the start page offers to write about; the page of a project writes about any. */
const mostChoices = 50;

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
    ...{ choices: newestOpenProjects(mostChoices), sums: businessSums(day) },
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
    choices: read.choices,
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

function waitingProjects(): Part<WaitingProject> {
  const of = (kind: WaitingKind, when: Prisma.Sql) => Prisma.sql`(
    select ${kind} as kind, p.id, p.name, c.name as "clientName" from projects p join clients c on c.id = p.client_id
    where ${when} order by p.created_at, p.id limit ${shown + 1})`;
  const query = Prisma.sql`
    ${of('onHold', Prisma.sql`p.status_key = 'on_hold'`)} union all
    ${of('withoutPhases', Prisma.sql`${isOpen} and not exists (select from phases f where f.project_id = p.id)`)} union all
    ${of('withoutContact', Prisma.sql`${isOpen} and p.client_user_id is null`)}`;
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

/** Planned and active projects that nobody of their client sees, each with the reason. The clients come first: they are few. */
function unseen(): Part<UnseenProject> {
  const query = Prisma.sql`
    with blind as (
      select id from clients where not is_active union all
      (select id from clients where is_active except select client_id from users where is_active and client_portal_enabled)
    )
    select p.id, p.name, c.id as "clientId", c.name as "clientName", case when people.count = 1 then people.one::uuid end as "userId",
      case when not c.is_active then 'clientInactive' when people.count = 0 then 'noPeople'
        when people.active then 'portalOff' else 'userInactive' end as reason
    from projects p join clients c on c.id = p.client_id,
      lateral (
        select count(*)::int as count, min(u.id::text) as one, bool_or(u.is_active) as active from users u where u.client_id = c.id
      ) people
    where ${isOpen} and p.client_id in (select id from blind)
    order by p.created_at, p.id limit ${shown + 1}`;
  return part(query, (project: UnseenProject) => project);
}

/** The colour of a tenant that has chosen none: the column's default in prisma/models/tenancy.prisma. */
const firstAccent = '#1F5C57';

async function firstSteps(db: ReadDb): Promise<FirstSteps> {
  const [steps] = await db.$queryRaw<FirstSteps[]>`
    select exists (select from clients) as "hasClient", exists (select from projects) as "hasProject",
      (select id from projects order by created_at desc, id limit 1) as "projectId",
      exists (select from documents where published_at is not null)
        or exists (select from photos where visibility <> 'internal') as "hasShared",
      exists (select from users where client_id is not null and client_portal_enabled) as "hasInvited",
      exists (
        select from tenants where coalesce(email, phone, address, logo_file_id::text) is not null or accent <> ${firstAccent}
      ) as "hasDetails"`;
  return orNotFound(steps);
}

function shorten<T>(rows: T[]): { rows: T[]; more: boolean } {
  return { rows: rows.slice(0, shown), more: rows.length > shown };
}
