import type { Day } from '@/lib/format';
import { currentPhase, type PhaseStatus } from '@/lib/projects/phases/rule';
import { type PhaseProgress, type ProjectStatus, projectProgress } from '@/lib/projects/rule';
import { forecastEnds, type ScheduledPhase, scheduleOf } from '@/lib/projects/schedule/rule';

type StatePhase = ScheduledPhase & PhaseProgress & { name: string; status: PhaseStatus };

/**
 * A sentence of the state of a project: the key of its message in `schedule.state`, and its values. `date` is a calendar date,
 * to be formatted for the reader.
 */
export type StateSentence = {
  key:
    | ('done' | 'notBegun' | 'completed' | 'cancelled' | 'onHold')
    | ('until' | 'due' | 'now' | 'held' | 'from' | 'next' | 'allDone')
    | ('onSchedule' | 'behind' | 'ahead');
  values: { percent?: number; phase?: string; date?: Day; days?: number };
};

/**
 * The state of a project in one line: how far, what is under way until when, and whether it keeps its plan. “64 % done. Windows
 * until 3 December. On schedule.” `today` is the tenant's calendar date; phases are in their order.
 */
export function stateLine(
  { status, phases }: { status: ProjectStatus; phases: readonly StatePhase[] },
  today: Day,
): StateSentence[] {
  if (status === 'completed' || status === 'cancelled') return [{ key: status, values: {} }];
  const percent = projectProgress(phases);
  const begun = status !== 'planned' || percent > 0;
  const done: StateSentence = begun ? { key: 'done', values: { percent } } : { key: 'notBegun', values: {} };
  if (status === 'on_hold') return [done, { key: 'onHold', values: {} }];
  return [done, ...whatIsNext(phases, today), ...keepingPlan(phases, today)];
}

function whatIsNext(phases: readonly StatePhase[], today: Day): StateSentence[] {
  const current = currentPhase(phases);
  if (!current) return phases.length > 0 ? [{ key: 'allDone', values: {} }] : [];
  const { name: phase, status, plannedStartOn, plannedEndOn } = current;
  if (status === 'on_hold') return [{ key: 'held', values: { phase } }];
  if (plannedEndOn !== null && plannedEndOn < today) return [{ key: 'due', values: { phase, date: plannedEndOn } }];
  if (status === 'in_progress') {
    const date = forecastEnds(phases, today)[phases.indexOf(current)];
    return [date ? { key: 'until', values: { phase, date } } : { key: 'now', values: { phase } }];
  }
  const isAhead = plannedStartOn !== null && plannedStartOn >= today;
  return [isAhead ? { key: 'from', values: { phase, date: plannedStartOn } } : { key: 'next', values: { phase } }];
}

function keepingPlan(phases: readonly StatePhase[], today: Day): StateSentence[] {
  const { slipDays } = scheduleOf(phases, today);
  if (slipDays === null) return [];
  if (slipDays === 0) return [{ key: 'onSchedule', values: {} }];
  const days = Math.abs(slipDays);
  return [{ key: slipDays > 0 ? 'behind' : 'ahead', values: { days } }];
}
