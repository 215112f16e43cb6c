import { addDays } from '@/lib/dates';
import { type Day, daysBetween } from '@/lib/format';
import type { PhaseStatus } from '@/lib/projects/phases/rule';

/** Why a planned date moved, as the database checks it. */
export const moveReasons = ['weather', 'supplier', 'client_decision', 'us', 'other'] as const;
export type MoveReason = (typeof moveReasons)[number];

/** What the history of planned dates tells of: a plan that was set, planned dates that moved, a phase that was removed. */
export const dateChangeKinds = ['baseline', 'move', 'removal'] as const;

/** The dates of a phase; the baseline is the plan that its client was first shown, or the one that the team has set since. */
export type ScheduledPhase = {
  status: PhaseStatus;
  plannedStartOn: Day | null;
  plannedEndOn: Day | null;
  actualEndOn: Day | null;
  baselineStartOn: Day | null;
  baselineEndOn: Day | null;
};

/** When a project was to end and when it will, as calendar dates; `slipDays` is positive for a project behind its plan. */
export type Schedule = { planOn: Day | null; forecastOn: Day | null; slipDays: number | null };

/**
 * The forecast end of each phase, on the tenant's calendar date `today`; null where no date says when it ends. A completed phase
 * ended on its actual end. An open one ends on its planned end, or today where that is past. One that has not begun starts after
 * all those that the plan ends before it, and takes as long as planned: the forward pass of the critical path method with the
 * links that the planned dates imply (PMI, Practice Standard for Scheduling, 3rd edition). Free days in the plan take up a delay.
 */
export function forecastEnds(phases: readonly ScheduledPhase[], today: Day): (Day | null)[] {
  const ends = new Map<ScheduledPhase, Day>();
  const byStart = [...phases].sort((a, b) => compare(a.plannedStartOn ?? '', b.plannedStartOn ?? ''));
  for (const phase of byStart) {
    const end = forecastEnd(phase, today, ends);
    if (end !== null) ends.set(phase, end);
  }
  return phases.map((phase) => ends.get(phase) ?? null);
}

function forecastEnd(phase: ScheduledPhase, today: Day, ends: ReadonlyMap<ScheduledPhase, Day>): Day | null {
  const { status, plannedStartOn: start, plannedEndOn: end } = phase;
  if (status === 'completed') return phase.actualEndOn ?? end;
  if (end === null) return null;
  const atEarliest = later(end, today);
  if (status !== 'not_started' || start === null) return atEarliest;
  const before = [...ends].filter(([{ plannedEndOn }]) => plannedEndOn !== null && plannedEndOn < start);
  const free = before.reduce((latest, [, day]) => later(latest, addDays(day, 1)), start);
  return later(atEarliest, addDays(free, daysBetween(start, end)));
}

/**
 * Plan, forecast and slip of a project: the last baseline end of its phases, their last forecast end, and the days from one to the
 * other (the finish variance of ANSI/EIA-748 and of planning software). Null without a baseline; the forecast is also null while
 * an open phase of the plan has no planned end.
 */
export function scheduleOf(phases: readonly ScheduledPhase[], today: Day): Schedule {
  const ends = forecastEnds(phases, today);
  const planOn = last(phases.map(({ baselineEndOn }) => baselineEndOn));
  const unknown = phases.some(({ baselineEndOn }, at) => baselineEndOn !== null && ends[at] === null);
  const forecastOn = unknown ? null : last(ends);
  return { planOn, forecastOn, slipDays: between(planOn, forecastOn) };
}

type PlannedDates = Pick<ScheduledPhase, 'plannedStartOn' | 'plannedEndOn'>;

/** Whether a change moves a planned date that the plan of a begun project has, so that it needs a reason. */
export function movesPlan(before: ScheduledPhase, after: PlannedDates): boolean {
  const { baselineStartOn, baselineEndOn, plannedStartOn, plannedEndOn } = before;
  return (
    (baselineStartOn !== null && after.plannedStartOn !== plannedStartOn) ||
    (baselineEndOn !== null && after.plannedEndOn !== plannedEndOn)
  );
}

const between = (from: Day | null, to: Day | null) => (from === null || to === null ? null : daysBetween(from, to));

function last(days: readonly (Day | null)[]): Day | null {
  return days.reduce((latest, day) => (latest && day ? later(latest, day) : (day ?? latest)), null);
}

const later = (a: Day, b: Day): Day => (a > b ? a : b);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
