import type { Attention, FirstSteps, UnseenProject } from '@/lib/dashboard/schemas';
import { addDays } from '@/lib/dates';
import { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import { type Part, part, readTogether } from '@/lib/db/together';
import { orNotFound } from '@/lib/errors';
import type { Day } from '@/lib/format';
import { newestOpenProjects } from '@/lib/projects/queries';
import type { ProjectStatus } from '@/lib/projects/rule';
import { newestDrafts } from '@/lib/updates/team-queries';
import type { UserType } from '@/lib/user-type';

/** Rows of each list; one more is read, to detect further rows. */
const shown = 12;

/** Projects that the start page offers to write about; the page of a project writes about any. */
const mostChoices = 50;

/** Days before a planned end from which a phase is listed as due soon. */
const soonDays = 14;

const open: ProjectStatus[] = ['planned', 'active'];

/** The records that wait for the team on `day`, the longest-waiting first. Without people for staff, who may not read them. */
export async function getAttention(db: ReadDb, day: Day, { userType }: { userType: UserType }): Promise<Attention> {
  const { phases, waiting, drafts, choices } = await readTogether(db, {
    ...{ phases: duePhases(day), waiting: waitingProjects() },
    ...{ drafts: newestDrafts(shown + 1), choices: newestOpenProjects(mostChoices) },
  });
  const projects = (wanted: WaitingKind) =>
    shorten(waiting.filter(({ kind }) => kind === wanted).map(({ kind: _, ...project }) => project));
  return {
    steps: await firstSteps(db),
    choices,
    drafts: shorten(drafts),
    late: shorten(phases.filter(({ plannedEndOn }) => plannedEndOn < day)),
    soon: shorten(phases.filter(({ plannedEndOn }) => plannedEndOn >= day)),
    unseen: userType === 'admin' ? await unseen(db) : shorten([]),
    onHold: projects('onHold'),
    withoutPhases: projects('withoutPhases'),
    withoutContact: projects('withoutContact'),
    neverSignedIn: await neverSignedIn(db),
  };
}

type DuePhase = Attention['late']['rows'][number];

/** The phases that are late, and those that are due soon. */
function duePhases(day: Day): Part<DuePhase> {
  const due = (when: Prisma.Sql) => Prisma.sql`(
    select f.id, f.name, f.percent, f.planned_end_on::text as "plannedEndOn",
      json_build_object('id', p.id, 'name', p.name, 'clientName', c.name) as project
    from phases f join projects p on p.id = f.project_id join clients c on c.id = p.client_id
    where ${when} and f.status <> 'completed' and p.status_key = any(${open}::text[])
    order by f.planned_end_on, f.id limit ${shown + 1})`;
  const query = Prisma.sql`
    ${due(Prisma.sql`f.planned_end_on < ${day}::date`)} union all
    ${due(Prisma.sql`f.planned_end_on between ${day}::date and ${addDays(day, soonDays)}::date`)}`;
  return part(query, (phase: DuePhase) => phase);
}

type WaitingKind = 'onHold' | 'withoutPhases' | 'withoutContact';
type WaitingProject = Attention[WaitingKind]['rows'][number] & { kind: WaitingKind };

function waitingProjects(): Part<WaitingProject> {
  const of = (kind: WaitingKind, when: Prisma.Sql) => Prisma.sql`(
    select ${kind} as kind, p.id, p.name, c.name as "clientName" from projects p join clients c on c.id = p.client_id
    where ${when} order by p.created_at, p.id limit ${shown + 1})`;
  const isOpen = Prisma.sql`p.status_key = any(${open}::text[])`;
  const query = Prisma.sql`
    ${of('onHold', Prisma.sql`p.status_key = 'on_hold'`)} union all
    ${of('withoutPhases', Prisma.sql`${isOpen} and not exists (select from phases f where f.project_id = p.id)`)} union all
    ${of('withoutContact', Prisma.sql`${isOpen} and p.client_user_id is null`)}`;
  return part(query, (project: WaitingProject) => project);
}

async function neverSignedIn(db: ReadDb): Promise<Attention['neverSignedIn']> {
  const rows = await db.$queryRaw<Attention['neverSignedIn']['rows']>`
    select u.id, u.name, c.name as "clientName", u.created_at as "createdAt"
    from users u join clients c on c.id = u.client_id
    where u.user_type = 'client' and u.is_active and u.client_portal_enabled and c.is_active and u.last_sign_in_at is null
    order by u.created_at, u.id limit ${shown + 1}`;
  return shorten(rows);
}

async function firstSteps(db: ReadDb): Promise<FirstSteps> {
  const [steps] = await db.$queryRaw<FirstSteps[]>`
    select exists (select from projects) as "hasProject",
      exists (select from documents where published_at is not null)
        or exists (select from photos where visibility <> 'internal') as "hasShared",
      (select count(*) > 1 from users where user_type in ('admin', 'staff')) as "hasColleague",
      exists (select from tenants where coalesce(email, phone, address, logo_file_id::text) is not null) as "hasDetails"`;
  return orNotFound(steps);
}

/** Planned and active projects that nobody of their client sees, each with the reason. */
async function unseen(db: ReadDb): Promise<Attention['unseen']> {
  const rows = await db.$queryRaw<UnseenProject[]>`
    select p.id, p.name, c.id as "clientId", c.name as "clientName", case when people.count = 1 then people.one::uuid end as "userId",
      case when not c.is_active then 'clientInactive' when people.count = 0 then 'noPeople'
        when people.active then 'portalOff' else 'userInactive' end as reason
    from projects p join clients c on c.id = p.client_id,
      lateral (
        select count(*)::int as count, min(u.id::text) as one, bool_or(u.is_active) as active,
          coalesce(bool_or(u.is_active and u.client_portal_enabled), false) as sees
        from users u where u.client_id = c.id
      ) people
    where p.status_key = any(${open}::text[]) and not (c.is_active and people.sees)
    order by p.created_at, p.id limit ${shown + 1}`;
  return shorten(rows);
}

function shorten<T>(rows: T[]): { rows: T[]; more: boolean } {
  return { rows: rows.slice(0, shown), more: rows.length > shown };
}
