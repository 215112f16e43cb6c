import { describe, expect, it } from 'vitest';
import {
  changedState,
  notStarted,
  type PhaseStatus,
  phaseErrors,
  phaseStatuses,
  settlePhase,
} from '@/lib/projects/phases/rule';

const statuses = phaseStatuses;
const percents = Array.from({ length: 101 }, (_, percent) => percent);

/** Every combination that the database accepts. */
const sound = statuses.flatMap((status) =>
  percents
    .filter((percent) => (status === 'completed' ? percent === 100 : status !== 'not_started' || percent === 0))
    .map((percent) => ({ status, percent })),
);

describe('a phase that changes', () => {
  it('stays unchanged without input', () => {
    for (const before of sound) {
      expect(settlePhase(before, {})).toEqual(before);
      expect(settlePhase(before, { status: null, percent: null })).toEqual(before);
    }
    const phase = { ...notStarted, plannedEndOn: '2026-05-01' };
    expect(settlePhase(phase, {})).toEqual(notStarted);
  });

  it('takes its percent from the status alone: 100 when completed, 0 when not started, else as before', () => {
    const follows: Record<PhaseStatus, (percent: number) => number> = {
      completed: () => 100,
      not_started: () => 0,
      in_progress: (percent) => percent,
      on_hold: (percent) => percent,
    };
    for (const before of sound)
      for (const status of statuses)
        expect(settlePhase(before, { status })).toEqual({ status, percent: follows[status](before.percent) });
  });

  it('takes its status from the percent alone, as little as it must', () => {
    for (const before of sound)
      for (const percent of percents) {
        const begun = before.status === 'not_started' && percent > 0;
        const undone = before.status === 'completed' && percent < 100;
        const status = begun || undone ? 'in_progress' : before.status;
        expect(settlePhase(before, { percent })).toEqual({ status, percent });
      }
  });

  it('is sound whenever only one of the two is given', () => {
    for (const before of sound) {
      for (const status of statuses) expect(phaseErrors(settlePhase(before, { status }))).toEqual({});
      for (const percent of percents) expect(phaseErrors(settlePhase(before, { percent }))).toEqual({});
    }
  });

  it('takes both where both are given, and is refused on the percent exactly where they contradict', () => {
    for (const status of statuses)
      for (const percent of percents) {
        const state = settlePhase(notStarted, { status, percent });
        expect(state).toEqual({ status, percent });
        const wrong =
          status === 'completed' && percent < 100
            ? { percent: 'completedIs100' }
            : status === 'not_started' && percent > 0
              ? { percent: 'notStartedIs0' }
              : {};
        expect(phaseErrors(state)).toEqual(wrong);
      }
  });
});

describe('a form that sends status and percent together', () => {
  const shown = { status: 'in_progress', percent: 60 } as const;

  it.each([
    [{ status: 'in_progress', percent: 60 }, {}],
    [{ status: 'completed', percent: 60 }, { status: 'completed' }],
    [{ status: 'in_progress', percent: 70 }, { percent: 70 }],
    [
      { status: 'completed', percent: 70 },
      { status: 'completed', percent: 70 },
    ],
  ] as const)('%j changed %j', (sent, changed) => {
    expect(changedState(shown, sent)).toEqual(changed);
  });
});

describe('the dates of a phase', () => {
  it.each([
    ['2026-05-01', '2026-04-30', true],
    ['2026-05-01', '2026-05-01', false],
    ['2026-05-01', '2026-05-02', false],
    [null, '2026-05-02', false],
    ['2026-05-01', null, false],
    [undefined, undefined, false],
  ])('from %s to %s: refused is %s', (start, end, refused) => {
    const planned = phaseErrors({ ...notStarted, plannedStartOn: start, plannedEndOn: end });
    const actual = phaseErrors({ ...notStarted, actualStartOn: start, actualEndOn: end });
    expect(planned).toEqual(refused ? { plannedEndOn: 'endBeforeStart' } : {});
    expect(actual).toEqual(refused ? { actualEndOn: 'endBeforeStart' } : {});
  });

  it('says everything that is wrong at once', () => {
    const phase = {
      plannedStartOn: '2026-02-02',
      plannedEndOn: '2026-02-01',
      actualStartOn: '2026-03-02',
      actualEndOn: '2026-03-01',
    };
    expect(phaseErrors({ status: 'completed', percent: 99, ...phase })).toEqual({
      percent: 'completedIs100',
      plannedEndOn: 'endBeforeStart',
      actualEndOn: 'endBeforeStart',
    });
  });
});
