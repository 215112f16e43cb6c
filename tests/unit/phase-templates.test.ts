import { describe, expect, it } from 'vitest';
import {
  builtInPhases,
  builtInTemplates,
  dayAfter,
  daysOf,
  layOut,
  templateSource,
} from '@/lib/projects/templates/rule';
import { createPhaseTemplateInput } from '@/lib/projects/templates/schemas';

const phase = (name: string, days: number | null) => ({ name, weight: 1, days });
const spans = (laid: ReturnType<typeof layOut>) =>
  laid.map(({ name, dates }) => [name, dates.plannedStartOn, dates.plannedEndOn]);

describe('laying phases one after the other', () => {
  it('begins each on the day after the one before, across months and a leap day', () => {
    const laid = layOut([phase('Walls', 28), phase('Roof', 2), phase('Keys', 1)], '2028-02-01');
    expect(spans(laid)).toEqual([
      ['Walls', '2028-02-01', '2028-02-28'],
      ['Roof', '2028-02-29', '2028-03-01'],
      ['Keys', '2028-03-02', '2028-03-02'],
    ]);
  });

  it('gives a phase without a duration no dates, and goes on behind the one before it', () => {
    const laid = layOut([phase('Walls', 10), phase('Waiting', null), phase('Roof', 5)], '2026-12-28');
    expect(spans(laid)).toEqual([
      ['Walls', '2026-12-28', '2027-01-06'],
      ['Waiting', null, null],
      ['Roof', '2027-01-07', '2027-01-11'],
    ]);
  });

  it('takes back the durations that it laid', () => {
    const laid = layOut([phase('Walls', 10), phase('Waiting', null), phase('Keys', 1)], '2026-03-20');
    expect(laid.map(({ dates }) => daysOf(dates))).toEqual([10, null, 1]);
  });

  it('knows the day after the last planned end, wherever it stands in the list', () => {
    const ends = ['2026-05-31', null, '2026-02-01'].map((plannedEndOn) => ({ plannedEndOn }));
    expect(dayAfter(ends)).toBe('2026-06-01');
    expect(dayAfter([{ plannedEndOn: null }])).toBeNull();
  });

  it('counts a phase with one date only as without a duration, and ten years at most', () => {
    expect(daysOf({ plannedStartOn: '2026-01-01', plannedEndOn: null })).toBeNull();
    expect(daysOf({ plannedStartOn: '1990-01-01', plannedEndOn: '2026-01-01' })).toBe(3650);
  });
});

describe('the built-in templates', () => {
  it.each(builtInTemplates)('%s has five to eight phases that the business could keep as its own', (key) => {
    const phases = builtInPhases(key, (name) => name);
    expect(phases.length).toBeGreaterThanOrEqual(5);
    expect(phases.length).toBeLessThanOrEqual(8);
    expect(new Set(phases.map(({ name }) => name)).size).toBe(phases.length);
    expect(createPhaseTemplateInput.safeParse({ name: key, phases }).success).toBe(true);
  });

  it('are seven', () => expect(builtInTemplates).toHaveLength(7));
});

describe('the name of a template', () => {
  const id = '0190a6f0-0000-7000-8000-000000000001';

  it('says where its phases come from', () => {
    expect(templateSource('built-in:house')).toEqual({ kind: 'built-in', key: 'house' });
    expect(templateSource(`own:${id}`)).toEqual({ kind: 'own', id });
    expect(templateSource(`project:${id}`)).toEqual({ kind: 'project', id });
  });

  it.each([
    'house',
    'built-in:castle',
    'built-in:__proto__',
    'built-in:toString',
    'own:1',
    `client:${id}`,
    `own:${id}x`,
  ])('is not %s', (text) => expect(templateSource(text)).toBeNull());
});
