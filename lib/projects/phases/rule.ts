import { endsBeforeStart } from '@/lib/dates';
import type { FieldMessage } from '@/lib/errors';
import type { Day } from '@/lib/format';
import type { PhaseStatus } from '@/lib/projects/phases/schemas';

/** How far a phase is: in a word, and in whole percent from 0 to 100. */
export type PhaseState = { status: PhaseStatus; percent: number };

type StateChange = { status?: PhaseStatus | null | undefined; percent?: number | null | undefined };

type PhaseDates = {
  [K in 'plannedStartOn' | 'plannedEndOn' | 'actualStartOn' | 'actualEndOn']?: Day | null | undefined;
};

/** Where a phase begins. */
export const notStarted: PhaseState = { status: 'not_started', percent: 0 };

/**
 * The state that a change leads to. Status and percent are two words for one thing: where only one is said the other
 * follows it, as little as it must. Where both are said both are taken, and `phaseErrors` tells whether they agree.
 */
export function settlePhase(before: PhaseState, change: StateChange): PhaseState {
  const status = change.status ?? null;
  const percent = change.percent ?? null;
  if (status !== null) return { status, percent: percent ?? percentFor(status, before.percent) };
  if (percent !== null) return { status: statusFor(percent, before.status), percent };
  return { status: before.status, percent: before.percent };
}

/**
 * What somebody changed in a form that showed a state. A form sends every field, so what still reads as it was shown is no
 * change: it may follow the other, and does not undo what somebody else did meanwhile.
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
 * What is wrong with a phase, by field. A completed phase is at 100 percent and one that has not started at 0; the opposite
 * does not hold: all may be built before somebody declares it completed.
 */
export function phaseErrors(phase: PhaseState & PhaseDates): Record<string, FieldMessage['key']> {
  const errors: Record<string, FieldMessage['key']> = {};
  if (phase.status === 'completed' && phase.percent !== 100) errors.percent = 'completedIs100';
  if (phase.status === 'not_started' && phase.percent !== 0) errors.percent = 'notStartedIs0';
  if (endsBeforeStart(phase.plannedStartOn, phase.plannedEndOn)) errors.plannedEndOn = 'endBeforeStart';
  if (endsBeforeStart(phase.actualStartOn, phase.actualEndOn)) errors.actualEndOn = 'endBeforeStart';
  return errors;
}

/** The phase that a project is in: the first under way, else the first on hold, else the next to begin; null when all are done. */
export function currentPhase<P extends { status: PhaseStatus }>(phases: readonly P[]): P | null {
  const first = (status: PhaseStatus) => phases.find((phase) => phase.status === status);
  return first('in_progress') ?? first('on_hold') ?? first('not_started') ?? null;
}
