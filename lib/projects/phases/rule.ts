import { endsBeforeStart } from '@/lib/dates';
import type { FieldMessage } from '@/lib/errors';
import type { Day } from '@/lib/format';

/** The statuses of a phase, as PostgreSQL declares them. */
export const phaseStatuses = ['not_started', 'in_progress', 'on_hold', 'completed'] as const;
export type PhaseStatus = (typeof phaseStatuses)[number];

/** The status of a phase, and its percentage in whole numbers from 0 to 100. */
export type PhaseState = { status: PhaseStatus; percent: number };

type StateChange = { status?: PhaseStatus | null | undefined; percent?: number | null | undefined };

type PhaseDates = {
  [K in 'plannedStartOn' | 'plannedEndOn' | 'actualStartOn' | 'actualEndOn']?: Day | null | undefined;
};

/** The state of a new phase. */
export const notStarted: PhaseState = { status: 'not_started', percent: 0 };

/**
 * The state that a change leads to. A change of status or percent alone moves the other one as little as necessary; where
 * both are given both are taken, and `phaseErrors` reports whether they agree.
 */
export function settlePhase(before: PhaseState, change: StateChange): PhaseState {
  const status = change.status ?? null;
  const percent = change.percent ?? null;
  if (status !== null) return { status, percent: percent ?? percentFor(status, before.percent) };
  if (percent !== null) return { status: statusFor(percent, before.status), percent };
  return { status: before.status, percent: before.percent };
}

/**
 * The difference between the state that a form showed and the state that it sent. A form sends every field: one that is
 * unchanged is left out, so that it can follow the other field and does not overwrite a change made meanwhile.
 */
export function changedState(shown: PhaseState, sent: PhaseState): Partial<PhaseState> {
  return {
    ...(sent.status === shown.status ? {} : { status: sent.status }),
    ...(sent.percent === shown.percent ? {} : { percent: sent.percent }),
  };
}

function percentFor(status: PhaseStatus, percent: number): number {
  if (status === 'completed') return 100;
  return status === 'not_started' ? 0 : percent;
}

function statusFor(percent: number, status: PhaseStatus): PhaseStatus {
  if (status === 'not_started' && percent > 0) return 'in_progress';
  return status === 'completed' && percent < 100 ? 'in_progress' : status;
}

/**
 * The errors of a phase by field. A completed phase is at 100 percent and one that has not started at 0; the opposite does
 * not hold, because a phase at 100 percent may still wait to be declared completed.
 */
export function phaseErrors(phase: PhaseState & PhaseDates): Record<string, FieldMessage['key']> {
  const errors: Record<string, FieldMessage['key']> = {};
  if (phase.status === 'completed' && phase.percent !== 100) errors.percent = 'completedIs100';
  if (phase.status === 'not_started' && phase.percent !== 0) errors.percent = 'notStartedIs0';
  if (endsBeforeStart(phase.plannedStartOn, phase.plannedEndOn)) errors.plannedEndOn = 'endBeforeStart';
  if (endsBeforeStart(phase.actualStartOn, phase.actualEndOn)) errors.actualEndOn = 'endBeforeStart';
  return errors;
}

/** The current phase of a project: the first in progress, else the first on hold, else the first not started. Null when all are completed. */
export function currentPhase<P extends { status: PhaseStatus }>(phases: readonly P[]): P | null {
  const first = (status: PhaseStatus) => phases.find((phase) => phase.status === status);
  return first('in_progress') ?? first('on_hold') ?? first('not_started') ?? null;
}
