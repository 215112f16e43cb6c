import type { Attention } from '@/lib/dashboard/schemas';
import { addDays, fromColumn, toColumn } from '@/lib/dates';
import type { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import type { Day } from '@/lib/format';

/** Rows of each list; one more is read, to detect further rows. */
const shown = 12;

/** Days before a planned end from which a phase is listed as due soon. */
const soonDays = 14;

const open = { status: { in: ['planned', 'active'] } } satisfies Prisma.ProjectWhereInput;
const title = { id: true, name: true, client: { select: { name: true } } } satisfies Prisma.ProjectSelect;

/** The records that wait for the team on `day`, the longest-waiting first. Without people for staff, who may not read them. */
export async function getAttention(db: ReadDb, day: Day): Promise<Attention> {
  const phases = (plannedEndOn: Prisma.DateTimeNullableFilter) => duePhases(db, plannedEndOn);
  return {
    hasProjects: (await db.project.findFirst({ select: { id: true } })) !== null,
    late: await phases({ lt: toColumn(day) }),
    soon: await phases({ gte: toColumn(day), lte: toColumn(addDays(day, soonDays)) }),
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
  const rows = await db.user.findMany({
    where: {
      userType: 'client',
      isActive: true,
      clientPortalEnabled: true,
      client: { isActive: true },
      lastSignInAt: null,
    },
    select: { id: true, name: true, createdAt: true, client: { select: { name: true } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: shown + 1,
  });
  const people = rows.map(({ client, ...user }) => ({ ...user, clientName: client?.name ?? '' }));
  return shorten(people);
}

function named({ client, ...project }: { id: string; name: string; client: { name: string } }) {
  return { ...project, clientName: client.name };
}

function shorten<T>(rows: T[]): { rows: T[]; more: boolean } {
  return { rows: rows.slice(0, shown), more: rows.length > shown };
}
