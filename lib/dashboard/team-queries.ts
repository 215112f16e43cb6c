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
  const lists = {
    ...{ phases: duePhases(day), waiting: waitingProjects() },
    ...{ drafts: newestDrafts(shown + 1), choices: newestOpenProjects(mostChoices) },
  };
  const money = { claims: openClaims(), instalments: dueInstalments(day) };
  const { phases, waiting, drafts, choices, claims, instalments } =
    userType === 'admin'
      ? await readTogether(db, { ...lists, ...money })
      : { ...(await readTogether(db, lists)), claims: [], instalments: [] };
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
    claims: shorten(claims),
    instalments: shorten(instalments),
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

type Claimed = Attention['claims']['rows'][number];

function openClaims(): Part<Claimed> {
  const query = Prisma.sql`
    select k.id, c.name as "clientName", i.number as "invoiceNumber", k.paid_on::text as "paidOn", i.currency,
      i.open_minor::text as "openMinor"
    from payment_claims k join invoices i on i.id = k.invoice_id join clients c on c.id = k.client_id
    where k.tenant_id = (select app_tenant()) and k.status = 'claimed' order by k.created_at, k.id limit ${shown + 1}`;
  return part(query, ({ openMinor, ...claim }: Omit<Claimed, 'openMinor'> & { openMinor: string }) => {
    return { ...claim, openMinor: BigInt(openMinor) };
  });
}

type DueInstalment = Attention['instalments']['rows'][number];

/** Those of open projects, which are few; a finished one is invoiced to its end by whoever finishes it. */
function dueInstalments(day: Day): Part<DueInstalment> {
  const query = Prisma.sql`
    select n.id, n.title, json_build_object('id', p.id, 'name', p.name, 'clientName', c.name) as project
    from projects p join clients c on c.id = p.client_id join instalments n on n.project_id = p.id
      left join phases f on f.id = n.phase_id
    where p.status_key = any(${open}::text[]) and (n.due_on <= ${day}::date or f.status = 'completed')
      and not exists (
        select from invoice_lines l join invoices i on i.id = l.invoice_id where l.instalment_id = n.id and i.status <> 'void'
      )
    order by coalesce(n.due_on, f.actual_end_on), n.id limit ${shown + 1}`;
  return part(query, (instalment: DueInstalment) => instalment);
}

async function neverSignedIn(db: ReadDb): Promise<Attention['neverSignedIn']> {
  const rows = await db.$queryRaw<Attention['neverSignedIn']['rows']>`
    select u.id, u.name, c.name as "clientName", u.created_at as "createdAt"
    from users u join clients c on c.id = u.client_id
    where u.last_sign_in_at is null and u.is_active and u.client_portal_enabled and c.is_active
    order by u.created_at, u.id limit ${shown + 1}`;
  return shorten(rows);
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

/** Planned and active projects that nobody of their client sees, each with the reason. The clients come first: they are few. */
async function unseen(db: ReadDb): Promise<Attention['unseen']> {
  const rows = await db.$queryRaw<UnseenProject[]>`
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
    where p.status_key = any(${open}::text[]) and p.client_id in (select id from blind)
    order by p.created_at, p.id limit ${shown + 1}`;
  return shorten(rows);
}

function shorten<T>(rows: T[]): { rows: T[]; more: boolean } {
  return { rows: rows.slice(0, shown), more: rows.length > shown };
}
