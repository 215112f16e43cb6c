import { describe, expect, it } from 'vitest';
import { dayPartOf, greetingName, isOfThisWeek, nextDates, nextMilestones } from '@/lib/dashboard/rule';
import { currentPhase } from '@/lib/projects/phases/rule';
import type { PortalPhase } from '@/lib/projects/phases/schemas';
import type { PortalProject } from '@/lib/projects/schemas';

const phase = (name: string, more: Partial<PortalPhase> = {}): PortalPhase => ({
  ...{ id: name, name, status: 'not_started', percent: 0, weight: 1 },
  ...{ plannedStartOn: null, plannedEndOn: null, actualStartOn: null, actualEndOn: null },
  ...{ baselineStartOn: null, baselineEndOn: null },
  ...more,
});

const project = (phases: PortalPhase[], status: PortalProject['status'] = 'active'): PortalProject => ({
  ...{ id: 'project', name: 'Barn', status, address: null, startsOn: null, endsOn: null, progress: 0, phases },
});

describe('the next milestones', () => {
  const names = (projects: PortalProject[]) => nextMilestones(projects, '2026-03-15').map(({ phaseName }) => phaseName);

  it('are planned ends in the order of time, what is late first, across projects', () => {
    const first = project([
      phase('roof', { plannedEndOn: '2026-04-01' }),
      phase('walls', { plannedEndOn: '2026-03-14' }),
    ]);
    const second = project([phase('garden', { plannedEndOn: '2026-03-20' })], 'planned');
    expect(names([first, second])).toEqual(['walls', 'garden', 'roof']);
  });

  it('are late from the day after', () => {
    const phases = [phase('a', { plannedEndOn: '2026-03-14' }), phase('b', { plannedEndOn: '2026-03-15' })];
    const late = nextMilestones([project(phases)], '2026-03-15').map(({ isOverdue }) => isOverdue);
    expect(late).toEqual([true, false]);
  });

  it('leave out what is done, has no date, or belongs to a project that stands still', () => {
    const dated = { plannedEndOn: '2026-04-01' };
    expect(names([project([phase('done', { ...dated, status: 'completed' }), phase('undated')])])).toEqual([]);
    for (const status of ['on_hold', 'completed', 'cancelled'] as const)
      expect(names([project([phase('roof', dated)], status)])).toEqual([]);
  });
});

describe('the phase that a project is in', () => {
  it('is the one under way, else the one on hold, else the next', () => {
    const [done, next] = [phase('done', { status: 'completed' }), phase('next')];
    const [held, running] = [phase('held', { status: 'on_hold' }), phase('running', { status: 'in_progress' })];
    expect(currentPhase([done, next, held, running])?.name).toBe('running');
    expect(currentPhase([done, next, held])?.name).toBe('held');
    expect(currentPhase([done, next])?.name).toBe('next');
    expect(currentPhase([done])).toBeNull();
  });
});

describe('the time of day', () => {
  it.each([
    ['03:59', 'evening'],
    ['04:00', 'morning'],
    ['11:59', 'morning'],
    ['12:00', 'afternoon'],
    ['17:59', 'afternoon'],
    ['18:00', 'evening'],
    ['00:00', 'evening'],
  ])('at %s is %s', (time, part) => {
    expect(dayPartOf(new Date(`2026-03-15T${time}:00Z`), 'UTC')).toBe(part);
  });

  it('is the business’s, not the server’s', () => {
    expect(dayPartOf(new Date('2026-03-15T09:00:00Z'), 'Asia/Kathmandu')).toBe('afternoon');
  });
});

describe('the name in the greeting', () => {
  it.each([
    ['Jane Okafor', 'Jane'],
    ['Dr. Ravi Rao', 'Ravi'],
    ['Prof. Dr. Lena Bright', 'Lena'],
    ['Cher', 'Cher'],
    ['Dr.', 'Dr.'],
  ])('of %s is %s', (name, first) => {
    expect(greetingName(name)).toBe(first);
  });
});

describe('the next dates', () => {
  const invoice = (number: string, dueOn: string, isClaimed = false) => ({
    ...{ id: number, number, projectName: null, issuedOn: '2026-01-01', dueOn, isClaimed },
    ...{ totalMinor: 1n, openMinor: 1n },
  });

  it('are ends of phases and invoices that fall due, from today on, the earliest first', () => {
    const milestones = nextMilestones(
      [project([phase('late', { plannedEndOn: '2026-03-14' }), phase('roof', { plannedEndOn: '2026-03-20' })])],
      '2026-03-15',
    );
    const first = [
      invoice('1', '2026-03-14'),
      invoice('2', '2026-03-15'),
      invoice('3', '2026-03-16', true),
      invoice('4', '2026-04-01'),
    ];
    const dates = nextDates(milestones, { first }, '2026-03-15', 3);
    expect(dates.map(({ kind, title }) => [kind, title])).toEqual([
      ['invoice', '2'],
      ['phase', 'roof'],
      ['invoice', '4'],
    ]);
    expect(nextDates(milestones, { first }, '2026-03-15', 1)).toHaveLength(1);
  });
});

it('a photo is of this week for seven days', () => {
  const now = new Date('2026-03-15T12:00:00Z');
  expect([isOfThisWeek('2026-03-08T12:00:01Z', now), isOfThisWeek('2026-03-08T12:00:00Z', now)]).toEqual([true, false]);
});
