import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '@/lib/dates';
import { dayNumber } from '@/lib/format';
import { phaseStatuses } from '@/lib/projects/phases/rule';
import { forecastEnds, type ScheduledPhase, scheduleOf } from '@/lib/projects/schedule/rule';

const today = '2026-06-15';

const nothing: ScheduledPhase = {
  ...{ status: 'not_started', plannedStartOn: null, plannedEndOn: null },
  ...{ actualEndOn: null, baselineStartOn: null, baselineEndOn: null },
};

/** A phase that is planned as its baseline is. */
function planned(plannedStartOn: string, plannedEndOn: string, more: Partial<ScheduledPhase> = {}): ScheduledPhase {
  return {
    ...nothing,
    plannedStartOn,
    plannedEndOn,
    baselineStartOn: plannedStartOn,
    baselineEndOn: plannedEndOn,
    ...more,
  };
}

describe('plan, forecast and slip', () => {
  test('agree while nothing moves', () => {
    const phases = [
      planned('2026-06-01', '2026-06-20', { status: 'in_progress' }),
      planned('2026-06-21', '2026-07-05'),
    ];
    expect(scheduleOf(phases, today)).toEqual({ planOn: '2026-07-05', forecastOn: '2026-07-05', slipDays: 0 });
  });

  test('follow a planned end that the team moves', () => {
    const phases = [planned('2026-06-01', '2026-06-29', { status: 'in_progress', baselineEndOn: '2026-06-20' })];
    expect(scheduleOf(phases, today)).toEqual({ planOn: '2026-06-20', forecastOn: '2026-06-29', slipDays: 9 });
  });

  test('count an open phase until today, and what follows it after that, as long as planned', () => {
    const phases = [
      planned('2026-06-01', '2026-06-10', { status: 'in_progress' }),
      planned('2026-06-11', '2026-06-20'),
    ];
    expect(forecastEnds(phases, today)).toEqual([today, '2026-06-25']);
    expect(scheduleOf(phases, today).slipDays).toBe(5);
  });

  test('let free days in the plan take up a delay', () => {
    const phases = [
      planned('2026-06-01', '2026-06-10', { status: 'in_progress' }),
      planned('2026-06-20', '2026-06-30'),
    ];
    expect(scheduleOf(phases, today).slipDays).toBe(0);
  });

  test('leave alone what the plan has going on side by side', () => {
    const phases = [
      planned('2026-06-01', '2026-06-10', { status: 'in_progress' }),
      planned('2026-06-10', '2026-06-20'),
    ];
    expect(forecastEnds(phases, today)).toEqual([today, '2026-06-20']);
  });

  test('are ahead of the plan where the last phase ended early', () => {
    const done = planned('2026-06-01', '2026-06-20', { status: 'completed', actualEndOn: '2026-06-12' });
    expect(scheduleOf([done], today)).toEqual({ planOn: '2026-06-20', forecastOn: '2026-06-12', slipDays: -8 });
  });

  test('say nothing that they do not know', () => {
    const unplanned = planned('2026-06-01', '2026-06-20', { plannedEndOn: null });
    expect(scheduleOf([], today)).toEqual({ planOn: null, forecastOn: null, slipDays: null });
    expect(scheduleOf([{ ...nothing, plannedEndOn: '2026-08-01' }], today)).toEqual({
      ...{ planOn: null, forecastOn: '2026-08-01', slipDays: null },
    });
    expect(scheduleOf([unplanned], today)).toEqual({ planOn: '2026-06-20', forecastOn: null, slipDays: null });
  });
});

describe('over random histories', () => {
  const day = fc.option(fc.integer({ min: -60, max: 60 }).map((days) => addDays(today, days)));
  const phase = fc
    .record({
      status: fc.constantFrom(...phaseStatuses),
      ...{ plannedStartOn: day, plannedEndOn: day, actualEndOn: day, baselineStartOn: day, baselineEndOn: day },
    })
    .filter(({ plannedStartOn, plannedEndOn }) => !plannedStartOn || !plannedEndOn || plannedStartOn <= plannedEndOn);

  test('they equal the definition, taken word by word', () => {
    fc.assert(
      fc.property(fc.array(phase, { maxLength: 8 }), (phases) => {
        const ends = phases.map((one) => plainEnd(one, phases));
        expect(forecastEnds(phases, today).map(number)).toEqual(ends);
        const plan = Math.max(...phases.map(({ baselineEndOn }) => number(baselineEndOn) ?? -Infinity));
        const isOpen = phases.some(({ baselineEndOn }, at) => baselineEndOn && ends[at] === null);
        const forecast = Math.max(...ends.map((end) => end ?? -Infinity));
        const { planOn, forecastOn, slipDays } = scheduleOf(phases, today);
        expect(number(planOn) ?? -Infinity).toBe(plan);
        expect(number(forecastOn) ?? -Infinity).toBe(isOpen ? -Infinity : forecast);
        expect(slipDays).toBe(planOn && forecastOn ? forecast - plan : null);
      }),
    );
  });

  test('a planned end that moves back never brings the forecast forward', () => {
    fc.assert(
      fc.property(fc.array(phase, { minLength: 1, maxLength: 6 }), fc.nat(), fc.nat(30), (phases, which, days) => {
        const moved = phases.map((one, at) =>
          at === which % phases.length && one.plannedEndOn && one.status === 'in_progress'
            ? { ...one, plannedEndOn: addDays(one.plannedEndOn, days) }
            : one,
        );
        const latest = (of: ScheduledPhase[]) => number(scheduleOf(of, today).forecastOn);
        // A phase that no longer ends before another one no longer holds it up: links follow the planned dates.
        fc.pre(sameLinks(phases, moved));
        expect(latest(moved) ?? 0).toBeGreaterThanOrEqual(latest(phases) ?? 0);
      }),
    );
  });
});

const number = (day: string | null): number | null => (day === null ? null : dayNumber(day));

/** The forecast end by recursion over the phases that the plan ends before this one, on days as numbers. */
function plainEnd(phase: ScheduledPhase, phases: readonly ScheduledPhase[]): number | null {
  const [start, end, actual] = [phase.plannedStartOn, phase.plannedEndOn, phase.actualEndOn].map((day) => number(day));
  if (phase.status === 'completed') return actual ?? end ?? null;
  if (end === null || end === undefined) return null;
  const open = Math.max(end, dayNumber(today));
  if (phase.status !== 'not_started' || start === null || start === undefined) return open;
  const before = phases.filter(({ plannedEndOn }) => plannedEndOn !== null && dayNumber(plannedEndOn) < start);
  const begins = Math.max(start, ...before.map((one) => (plainEnd(one, phases) ?? -Infinity) + 1));
  return Math.max(open, begins + end - start);
}

function sameLinks(one: readonly ScheduledPhase[], other: readonly ScheduledPhase[]): boolean {
  const links = (phases: readonly ScheduledPhase[]) =>
    phases.map(({ plannedStartOn }) =>
      phases.map(({ plannedEndOn }) => !!plannedStartOn && !!plannedEndOn && plannedEndOn < plannedStartOn),
    );
  return JSON.stringify(links(one)) === JSON.stringify(links(other));
}
