import { describe, expect, it } from 'vitest';
import {
  changedState,
  currentPhase,
  notStarted,
  type PhaseStatus,
  phaseAfter,
  phaseErrors,
  phaseStatuses,
  settlePhase,
} from '@/lib/projects/phases/rule';

const today = '2026-05-20';
const statuses = phaseStatuses;
const percents = [0, 1, 40, 60, 99, 100];

const datesOf: Record<PhaseStatus, { actualStartOn: string | null; actualEndOn: string | null }> = {
  not_started: { actualStartOn: null, actualEndOn: null },
  in_progress: { actualStartOn: '2026-05-01', actualEndOn: null },
  on_hold: { actualStartOn: '2026-05-01', actualEndOn: null },
  completed: { actualStartOn: '2026-05-01', actualEndOn: '2026-05-10' },
};

/** Every combination that the database accepts. */
const sound = statuses.flatMap((status) =>
  percents
    .filter((percent) => (status === 'completed') === (percent === 100) && (status !== 'not_started' || percent === 0))
    .map((percent) => ({ status, percent, ...datesOf[status] })),
);

describe('a phase that changes', () => {
  it('stays unchanged without input', () => {
    for (const before of sound) {
      expect(settlePhase(before, {}, today)).toEqual(before);
      expect(settlePhase(before, { status: null, percent: null }, today)).toEqual(before);
    }
  });

  it('takes its percent from the status alone: 100 when completed, 0 when not started, else as before', () => {
    const follows: Record<PhaseStatus, (percent: number) => number> = {
      completed: () => 100,
      not_started: () => 0,
      in_progress: (percent) => Math.min(99, percent),
      on_hold: (percent) => Math.min(99, percent),
    };
    for (const before of sound)
      for (const status of statuses)
        expect(settlePhase(before, { status }, today)).toMatchObject({
          status,
          percent: follows[status](before.percent),
        });
  });

  it('takes its status from the percent alone: completed at 100, begun above 0, open again below 100', () => {
    for (const before of sound)
      for (const percent of percents) {
        const begun = before.status === 'not_started' && percent > 0;
        const undone = before.status === 'completed' && percent < 100;
        const status = percent === 100 ? 'completed' : begun || undone ? 'in_progress' : before.status;
        expect(settlePhase(before, { percent }, today)).toMatchObject({ status, percent });
      }
  });

  it('is sound whenever only one of the two is given', () => {
    for (const before of sound) {
      for (const status of statuses) expect(phaseErrors(settlePhase(before, { status }, today))).toEqual({});
      for (const percent of percents) expect(phaseErrors(settlePhase(before, { percent }, today))).toEqual({});
    }
  });

  it('takes both where both are given, and is refused on the percent exactly where they contradict', () => {
    for (const status of statuses)
      for (const percent of percents) {
        const state = settlePhase(notStarted, { status, percent }, today);
        expect(state).toMatchObject({ status, percent });
        const wrong =
          status === 'completed' && percent < 100
            ? { percent: 'completedIs100' }
            : status === 'not_started' && percent > 0
              ? { percent: 'notStartedIs0' }
              : status !== 'completed' && percent === 100
                ? { percent: 'hundredIsCompleted' }
                : {};
        expect(phaseErrors(state)).toEqual(wrong);
      }
  });
});

describe('the actual dates of a phase', () => {
  const running = { status: 'in_progress', percent: 40, actualStartOn: '2026-05-01', actualEndOn: null } as const;
  const done = { status: 'completed', percent: 100, actualStartOn: '2026-05-01', actualEndOn: '2026-05-10' } as const;

  it.each([
    ['first progress begins it today', notStarted, { percent: 5 }, { actualStartOn: today, actualEndOn: null }],
    ['completion ends it today', running, { percent: 100 }, { actualStartOn: '2026-05-01', actualEndOn: today }],
    ['both at once', notStarted, { status: 'completed' }, { actualStartOn: today, actualEndOn: today }],
    ['a given end is kept', running, { percent: 100, actualEndOn: '2026-05-18' }, { actualEndOn: '2026-05-18' }],
    [
      'a given end before today bounds the start',
      notStarted,
      { percent: 100, actualEndOn: '2026-05-02' },
      { actualStartOn: '2026-05-02' },
    ],
    [
      'an open phase loses its end',
      done,
      { percent: 80 },
      { status: 'in_progress', actualStartOn: '2026-05-01', actualEndOn: null },
    ],
    ['a phase set back loses both', done, { status: 'not_started' }, { actualStartOn: null, actualEndOn: null }],
    ['an end alone completes it', running, { actualEndOn: '2026-05-18' }, { status: 'completed', percent: 100 }],
    ['a start alone begins it', notStarted, { actualStartOn: '2026-05-18' }, { status: 'in_progress', percent: 0 }],
    ['a completed phase keeps its end', done, { percent: 100 }, { actualEndOn: '2026-05-10' }],
    ['a removed start stays removed', running, { actualStartOn: null }, { actualStartOn: null }],
  ] as const)('%s', (_, before, change, after) => {
    expect(settlePhase(before, change, today)).toMatchObject(after);
  });

  it('are refused where they contradict the status that is given with them', () => {
    const open = settlePhase(running, { status: 'on_hold', actualEndOn: '2026-05-18' }, today);
    expect(phaseErrors(open)).toEqual({ actualEndOn: 'openHasNoEnd' });
    const waiting = settlePhase(running, { status: 'not_started', actualStartOn: '2026-05-18' }, today);
    expect(phaseErrors(waiting)).toEqual({ actualStartOn: 'notStartedHasNoStart' });
  });

  it.each([
    ['2026-05-01', '2026-04-30', true],
    ['2026-05-01', '2026-05-01', false],
    ['2026-05-01', '2026-05-02', false],
    [null, '2026-05-02', false],
    ['2026-05-01', null, false],
    [undefined, undefined, false],
  ])('from %s to %s: refused is %s', (start, end, refused) => {
    const completed = { status: 'completed', percent: 100 } as const;
    const planned = phaseErrors({ ...completed, plannedStartOn: start, plannedEndOn: end });
    const actual = phaseErrors({ ...completed, actualStartOn: start, actualEndOn: end });
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

describe('a form that sends the whole state', () => {
  const shown = { status: 'in_progress', percent: 60 } as const;

  it.each([
    [{ status: 'in_progress', percent: 60 }, {}],
    [{ status: 'completed', percent: 60 }, { status: 'completed' }],
    [{ status: 'in_progress', percent: 70 }, { percent: 70 }],
    [
      { status: 'completed', percent: 70 },
      { status: 'completed', percent: 70 },
    ],
  ])('%j changed %j', (sent, changed) => {
    expect(changedState<{ status: string; percent: number }>(shown, sent)).toEqual(changed);
  });
});

describe('what is now and what is next', () => {
  const phase = (status: PhaseStatus) => ({ status });

  it('passes over phases that have begun already', () => {
    const phases = [phase('completed'), phase('in_progress'), phase('in_progress'), phase('not_started')];
    const now = currentPhase(phases);
    expect(now).toBe(phases[1]);
    expect(now && phaseAfter(phases, now)).toBe(phases[3]);
  });

  it('has nothing next at the last phase', () => {
    const phases = [phase('not_started'), phase('in_progress')];
    expect(currentPhase(phases)).toBe(phases[1]);
    const last = phases[1];
    expect(last && phaseAfter(phases, last)).toBeNull();
  });
});
