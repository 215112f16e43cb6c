import { type Day, dayNumber, daysBetween } from '@/lib/format';
import type { PhaseStatus } from '@/lib/projects/phases/rule';

/** The fields of a phase that a timeline needs. */
export type TimelinePhase = {
  id: string;
  name: string;
  status: PhaseStatus;
  /** 0–100. */
  percent: number;
  plannedStartOn: Day | null;
  plannedEndOn: Day | null;
  actualStartOn: Day | null;
  actualEndOn: Day | null;
  /** The plan; absent where a chart is of plans alone. */
  baselineStartOn?: Day | null;
  baselineEndOn?: Day | null;
};

/** Phases of one project. `name` is left out on a page about a single project. */
export type TimelineGroup = { id: string; name?: string; phases: TimelinePhase[] };

/** First and last day of a bar, both inclusive. If only one date is known, both are that date. */
export type Span = { from: Day; to: Day };

export function plannedSpan(phase: TimelinePhase): Span | null {
  return span(phase.plannedStartOn, phase.plannedEndOn);
}

/** The span of the plan where the planned dates have moved since; null where they are the same, or there is no plan. */
export function movedFrom(phase: TimelinePhase): Span | null {
  const plan = span(phase.baselineStartOn ?? null, phase.baselineEndOn ?? null);
  const now = plannedSpan(phase);
  return plan && (plan.from !== now?.from || plan.to !== now.to) ? plan : null;
}

/** The span actually worked; an open phase ends today. Null before a phase has begun. */
export function actualSpan(phase: TimelinePhase, today: Day): Span | null {
  if (!phase.actualStartOn) return phase.actualEndOn ? span(null, phase.actualEndOn) : null;
  return span(phase.actualStartOn, phase.actualEndOn ?? later(phase.actualStartOn, today));
}

/** Past its planned end and not completed. */
export function isLate(phase: TimelinePhase, today: Day): boolean {
  return (
    phase.status !== 'completed' && phase.plannedEndOn !== null && dayNumber(phase.plannedEndOn) < dayNumber(today)
  );
}

/** By how many days a completed phase ended after its planned end; 0 for one in time, or without one of the two dates. */
export function daysFinishedLate({ status, plannedEndOn, actualEndOn }: TimelinePhase): number {
  if (status !== 'completed' || plannedEndOn === null || actualEndOn === null) return 0;
  return Math.max(0, daysBetween(plannedEndOn, actualEndOn));
}

/** All dates that the bars of these phases cover. */
export function datesOf(groups: readonly TimelineGroup[], today: Day): Day[] {
  return groups
    .flatMap((group) => group.phases)
    .flatMap((phase) => [movedFrom(phase), plannedSpan(phase), actualSpan(phase, today)])
    .flatMap((found) => (found ? [found.from, found.to] : []));
}

function span(from: Day | null, to: Day | null): Span | null {
  const one = from ?? to;
  return one === null ? null : { from: one, to: to ?? one };
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}
