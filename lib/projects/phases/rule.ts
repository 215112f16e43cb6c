import { endsBeforeStart } from '@/lib/dates';
import type { FieldMessage } from '@/lib/errors';
import type { Day } from '@/lib/format';

/** The statuses of a phase, as PostgreSQL declares them. */
export const phaseStatuses = ['not_started', 'in_progress', 'on_hold', 'completed'] as const;
export type PhaseStatus = (typeof phaseStatuses)[number];

/** The status of a phase, and its percentage in whole numbers from 0 to 100. */
export type PhaseState = { status: PhaseStatus; percent: number };

type Dates<Name extends string> = { [K in Name]?: Day | null | undefined };
type ActualDates = Dates<'actualStartOn' | 'actualEndOn'>;
type StateChange = ActualDates & { status?: PhaseStatus | null | undefined; percent?: number | null | undefined };

/** A phase after a change: its state and its actual dates. */
export type SettledPhase = PhaseState & { actualStartOn: Day | null; actualEndOn: Day | null };

/** The state of a new phase. */
export const notStarted: PhaseState = { status: 'not_started', percent: 0 };

/**
 * The phase that a change leads to, on the calendar date `today`. Status, percent and actual dates follow each other as little
 * as necessary: 100 percent or an actual end completes a phase, first progress or an actual start begins it. Where two of them
 * are given both are taken, and `phaseErrors` reports whether they agree.
 */
export function settlePhase(before: PhaseState & ActualDates, change: StateChange, today: Day): SettledPhase {
  const state = stateAfter(before, change);
  if (state.status === 'not_started')
    return { ...state, actualStartOn: change.actualStartOn ?? null, actualEndOn: change.actualEndOn ?? null };
  const begins = before.status === 'not_started';
  const completes = state.status === 'completed' && before.status !== 'completed';
  const end = chosen(change.actualEndOn, state.status === 'completed' ? before.actualEndOn : null);
  const start = chosen(change.actualStartOn, before.actualStartOn);
  const firstDay = end && end < today ? end : today;
  const actualStartOn = start ?? (begins && change.actualStartOn === undefined ? firstDay : null);
  const lastDay = actualStartOn && actualStartOn > today ? actualStartOn : today;
  return { ...state, actualStartOn, actualEndOn: end ?? (completes ? lastDay : null) };
}

function stateAfter(before: PhaseState & ActualDates, change: StateChange): PhaseState {
  const percent = change.percent ?? null;
  const status = change.status ?? (percent === null ? statusOfDates(before, change) : null);
  if (status !== null) return { status, percent: percent ?? percentFor(status, before.percent) };
  if (percent !== null) return { status: statusFor(percent, before.status), percent };
  return { status: before.status, percent: before.percent };
}

/** The status that a newly given actual date implies; null where it implies none. */
function statusOfDates(
  before: PhaseState & ActualDates,
  { actualStartOn, actualEndOn }: StateChange,
): PhaseStatus | null {
  if (actualEndOn && actualEndOn !== before.actualEndOn) return 'completed';
  return actualStartOn && before.status === 'not_started' ? 'in_progress' : null;
}

function chosen(given: Day | null | undefined, before: Day | null | undefined): Day | null {
  return (given === undefined ? before : given) ?? null;
}

/** The fields of a form that differ from the values that it showed: an unchanged one is left out, so that it can follow the others. */
export function changedState<S extends object>(shown: S, sent: S): Partial<S> {
  const changed = Object.entries(sent).filter(([name, value]) => shown[name as keyof S] !== value);
  // The entries come from `sent`, so their values have its types.
  return Object.fromEntries(changed) as Partial<S>;
}

/** A phase that is taken up again after its completion stays at 99 percent, the nearest to its last state. */
function percentFor(status: PhaseStatus, percent: number): number {
  if (status === 'completed') return 100;
  return status === 'not_started' ? 0 : Math.min(99, percent);
}

function statusFor(percent: number, status: PhaseStatus): PhaseStatus {
  if (percent === 100) return 'completed';
  if (status === 'not_started' && percent > 0) return 'in_progress';
  return status === 'completed' ? 'in_progress' : status;
}

/**
 * The errors of a phase by field. Completed is the same as 100 percent, and only a completed phase has an actual end; a phase
 * that has not started is at 0 percent and has no actual start.
 */
export function phaseErrors(
  phase: PhaseState & ActualDates & Dates<'plannedStartOn' | 'plannedEndOn'>,
): Record<string, FieldMessage['key']> {
  const { status, percent, actualStartOn, actualEndOn } = phase;
  const errors: Record<string, FieldMessage['key']> = {};
  if (endsBeforeStart(phase.plannedStartOn, phase.plannedEndOn)) errors.plannedEndOn = 'endBeforeStart';
  if (endsBeforeStart(actualStartOn, actualEndOn)) errors.actualEndOn = 'endBeforeStart';
  if (actualEndOn && status !== 'completed') errors.actualEndOn = 'openHasNoEnd';
  if (actualStartOn && status === 'not_started') errors.actualStartOn = 'notStartedHasNoStart';
  if (status === 'completed' && percent !== 100) errors.percent = 'completedIs100';
  if (status !== 'completed' && percent === 100) errors.percent = 'hundredIsCompleted';
  if (status === 'not_started' && percent !== 0) errors.percent = 'notStartedIs0';
  return errors;
}

/** The current phase of a project: the first in progress, else the first on hold, else the first not started. Null when all are completed. */
export function currentPhase<P extends { status: PhaseStatus }>(phases: readonly P[]): P | null {
  const first = (status: PhaseStatus) => phases.find((phase) => phase.status === status);
  return first('in_progress') ?? first('on_hold') ?? first('not_started') ?? null;
}

/** The first phase after the given one that has not begun. Null where there is none. */
export function phaseAfter<P extends { status: PhaseStatus }>(phases: readonly P[], phase: P): P | null {
  return phases.slice(phases.indexOf(phase) + 1).find(({ status }) => status === 'not_started') ?? null;
}
