import { fromColumn } from '@/lib/dates';
import type { Prisma } from '@/lib/db/generated/client';
import type { Day } from '@/lib/format';
import { toDecimal } from '@/lib/money';
import type { PhaseDetail } from '@/lib/projects/phases/schemas';
import { projectProgress } from '@/lib/projects/rule';
import { scheduleOf } from '@/lib/projects/schedule/rule';
import type { ProjectSchedule } from '@/lib/projects/schedule/schemas';
import type { ProjectDetail, ProjectSummary, TeamProjectSummary } from '@/lib/projects/schemas';
import { projectHoursShown } from '@/lib/time/schemas';

// Columns that the queries select, and the answers made of their rows. All but `teamColumns` are granted to clients.

export const phaseColumns = {
  id: true,
  projectId: true,
  key: true,
  name: true,
  position: true,
  status: true,
  percent: true,
  weight: true,
  plannedStartOn: true,
  plannedEndOn: true,
  actualStartOn: true,
  actualEndOn: true,
  baselineStartOn: true,
  baselineEndOn: true,
} satisfies Prisma.PhaseSelect;

const projectColumns = {
  id: true,
  name: true,
  status: true,
  address: true,
  startsOn: true,
  endsOn: true,
  createdAt: true,
  updatedAt: true,
} satisfies Prisma.ProjectSelect;

/** A list selects only the numbers for the progress; one statement reads them for all projects of the page. */
export const summaryColumns = {
  ...projectColumns,
  phases: { select: { percent: true, weight: true } },
} satisfies Prisma.ProjectSelect;

export const detailColumns = {
  ...projectColumns,
  description: true,
  hoursShown: true,
  dateHistoryShown: true,
  phases: { select: phaseColumns, orderBy: [{ position: 'asc' }, { id: 'asc' }] },
} satisfies Prisma.ProjectSelect;

/** For the team. The wall shows staff no people, so their `clientUser` is null. */
export const teamColumns = {
  clientId: true,
  clientUserId: true,
  contractValueMinor: true,
  client: { select: { name: true, currency: true } },
  clientUser: { select: { name: true } },
} satisfies Prisma.ProjectSelect;

type PhaseRow = Prisma.PhaseGetPayload<{ select: typeof phaseColumns }>;
type SummaryRow = Prisma.ProjectGetPayload<{ select: typeof summaryColumns }>;
type DetailRow = Prisma.ProjectGetPayload<{ select: typeof detailColumns }>;
type TeamRow = Prisma.ProjectGetPayload<{ select: typeof teamColumns }>;

export function toPhase(row: PhaseRow): PhaseDetail {
  return {
    ...row,
    plannedStartOn: fromColumn(row.plannedStartOn),
    plannedEndOn: fromColumn(row.plannedEndOn),
    actualStartOn: fromColumn(row.actualStartOn),
    actualEndOn: fromColumn(row.actualEndOn),
    baselineStartOn: fromColumn(row.baselineStartOn),
    baselineEndOn: fromColumn(row.baselineEndOn),
  };
}

export function toSummary({ id, name, status, address, phases, ...dates }: SummaryRow): ProjectSummary {
  return {
    ...{ id, name, status, address },
    startsOn: fromColumn(dates.startsOn),
    endsOn: fromColumn(dates.endsOn),
    progress: projectProgress(phases),
    createdAt: dates.createdAt.toISOString(),
    updatedAt: dates.updatedAt.toISOString(),
  };
}

export function toDetail(row: DetailRow): ProjectDetail {
  const { description, dateHistoryShown, phases } = row;
  const hoursShown = projectHoursShown.parse(row.hoursShown);
  return { ...toSummary(row), description, hoursShown, dateHistoryShown, phases: phases.map(toPhase) };
}

/** Adds what a project's dates say on the calendar date `today`, for an answer of the API. */
export function withSchedule<P extends ProjectDetail>(project: P, today: Day): P & { schedule: ProjectSchedule } {
  return { ...project, schedule: scheduleOf(project.phases, today) };
}

export function toTeamFields(row: TeamRow): Omit<TeamProjectSummary, keyof ProjectSummary> {
  const { clientId, clientUserId, contractValueMinor, client, clientUser } = row;
  const { currency } = client;
  return {
    ...{ clientId, clientUserId, currency },
    clientName: client.name,
    clientUserName: clientUser?.name ?? null,
    contractValue: contractValueMinor === null ? null : toDecimal(contractValueMinor, currency),
  };
}
