import { describe, expect, test } from 'vitest';
import { stateLine } from '@/lib/projects/state-line/rule';

const today = '2026-11-20';

type Phase = Parameters<typeof stateLine>[0]['phases'][number];

const roof: Phase = {
  ...{ name: 'Roof', status: 'completed', percent: 100, weight: 16 },
  ...{ plannedStartOn: '2026-10-01', plannedEndOn: '2026-10-31', actualEndOn: '2026-10-31' },
  ...{ baselineStartOn: '2026-10-01', baselineEndOn: '2026-10-31' },
};
const windows: Phase = {
  ...{ name: 'Windows', status: 'in_progress', percent: 0, weight: 9 },
  ...{ plannedStartOn: '2026-11-10', plannedEndOn: '2026-12-03', actualEndOn: null },
  ...{ baselineStartOn: '2026-11-10', baselineEndOn: '2026-12-03' },
};

const lineOf = (status: Parameters<typeof stateLine>[0]['status'], ...phases: Phase[]) =>
  stateLine({ status, phases }, today).map(({ key, values }) => [key, ...Object.values(values)].join(' '));

describe('the state of a project in one line', () => {
  test('says how far, what is under way until when, and whether it keeps its plan', () => {
    expect(lineOf('active', roof, windows)).toEqual(['done 64', 'until Windows 2026-12-03', 'onSchedule']);
  });

  test('counts the days behind and ahead of the plan', () => {
    expect(lineOf('active', roof, { ...windows, plannedEndOn: '2026-12-12' }).at(-1)).toBe('behind 9');
    expect(lineOf('active', roof, { ...windows, plannedEndOn: '2026-12-02' }).at(-1)).toBe('ahead 1');
  });

  test('names a phase past its end, one on hold and one to come', () => {
    const late = { ...windows, plannedEndOn: '2026-11-18', baselineEndOn: '2026-11-18' };
    expect(lineOf('active', roof, late)).toEqual(['done 64', 'due Windows 2026-11-18', 'behind 2']);
    expect(lineOf('active', { ...windows, status: 'on_hold' })).toContain('held Windows');
    const next: Phase = { ...windows, status: 'not_started', plannedStartOn: '2026-11-24' };
    expect(lineOf('active', roof, next)).toContain('from Windows 2026-11-24');
    expect(lineOf('active', roof, { ...next, plannedStartOn: null })).toContain('next Windows');
    expect(lineOf('active', { ...windows, plannedEndOn: null })).toEqual(['done 0', 'now Windows']);
  });

  test('is short for a project that has not begun, rests or is over', () => {
    const next: Phase = { ...windows, status: 'not_started', baselineStartOn: null, baselineEndOn: null };
    expect(lineOf('planned', { ...next, plannedStartOn: '2026-12-01' })).toEqual([
      'notBegun',
      'from Windows 2026-12-01',
    ]);
    expect(lineOf('planned')).toEqual(['notBegun']);
    expect(lineOf('on_hold', roof, windows)).toEqual(['done 64', 'onHold']);
    expect(lineOf('completed', roof)).toEqual(['completed']);
    expect(lineOf('cancelled', roof, windows)).toEqual(['cancelled']);
    expect(lineOf('active', roof)).toEqual(['done 100', 'allDone', 'onSchedule']);
  });
});
