import type { Attention, FirstSteps, UnseenProject } from '@/lib/dashboard/schemas';
import { addDays, fromColumn, toColumn } from '@/lib/dates';
import type { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import type { Day } from '@/lib/format';
import type { UserType } from '@/lib/user-type';

/** Rows of each list; one more is read, to detect further rows. */
const shown = 12;

/** Days before a planned end from which a phase is listed as due soon. */
const soonDays = 14;

const open = { status: { in: ['planned', 'active'] } } satisfies Prisma.ProjectWhereInput;
const title = { id: true, name: true, client: { select: { name: true } } } satisfies Prisma.ProjectSelect;

/** The records that wait for the team on `day`, the longest-waiting first. Without people for staff, who may not read them. */
export async function getAttention(db: ReadDb, day: Day, { userType }: { userType: UserType }): Promise<Attention> {
  const phases = (plannedEndOn: Prisma.DateTimeNullableFilter) => duePhases(db, plannedEndOn);
  return {
    steps: await firstSteps(db),
    late: await phases({ lt: toColumn(day) }),
    soon: await phases({ gte: toColumn(day), lte: toColumn(addDays(day, soonDays)) }),
    unseen: userType === 'admin' ? await unseen(db) : shorten([]),
    onHold: await projects(db, { status: 'on_hold' }),
    withoutPhases: await projects(db, { ...open, phases: { none: {} } }),
    withoutContact: await projects(db, { ...open, clientUserId: null }),
    neverSignedIn: await neverSignedIn(db),
  };
}

async function duePhases(db: ReadDb, plannedEndOn: Prisma.DateTimeNullableFilter): Promise<Attention['late']> {
  const rows = await db.phase.findMany({
    where: { plannedEndOn, status: { not: 'completed' }, project: open },
    select: { id: true, name: true, percent: true, plannedEndOn: true, project: { select: title } },
    orderBy: [{ plannedEndOn: 'asc' }, { id: 'asc' }],
    take: shown + 1,
  });
  return shorten(
    rows.flatMap(({ project, plannedEndOn, ...phase }) =>
      plannedEndOn ? [{ ...phase, plannedEndOn: fromColumn(plannedEndOn), project: named(project) }] : [],
    ),
  );
}

async function projects(db: ReadDb, where: Prisma.ProjectWhereInput): Promise<Attention['onHold']> {
  const orderBy = [{ createdAt: 'asc' as const }, { id: 'asc' as const }];
  const rows = await db.project.findMany({ where, select: title, orderBy, take: shown + 1 });
  return shorten(rows.map(named));
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
    where p.status = any(${open.status.in}::project_status[]) and not (c.is_active and people.sees)
    order by p.created_at, p.id limit ${shown + 1}`;
  return shorten(rows);
}

function named({ client, ...project }: { id: string; name: string; client: { name: string } }) {
  return { ...project, clientName: client.name };
}

function shorten<T>(rows: T[]): { rows: T[]; more: boolean } {
  return { rows: rows.slice(0, shown), more: rows.length > shown };
}
