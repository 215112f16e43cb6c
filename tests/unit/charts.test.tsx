import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { BalanceCurve } from '@/components/charts/balance-curve';
import { type Point, stepPath, toUnit } from '@/components/charts/line-path';
import { actualSpan, isLate, plannedSpan, type TimelinePhase } from '@/components/charts/phase';
import { PhaseTimeline } from '@/components/charts/phase-timeline';
import { ProgressRing } from '@/components/charts/progress-ring';
import { timeAxis } from '@/components/charts/time-axis';
import { catalogues } from '@/lib/i18n/catalogues';
import type { Locale } from '@/lib/i18n/locales';

const today = '2026-05-10';
const blank: TimelinePhase = {
  id: '1',
  name: 'Roof',
  status: 'in_progress',
  percent: 40,
  plannedStartOn: null,
  plannedEndOn: null,
  actualStartOn: null,
  actualEndOn: null,
};

function draw(picture: ReactNode, locale: Locale = 'en') {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={catalogues[locale]} timeZone="UTC">
      {picture}
    </NextIntlClientProvider>,
  );
}

describe('the axis of time', () => {
  test('spans whole months and places a day by its distance', () => {
    const axis = timeAxis(['2026-02-14', '2026-03-05']);
    expect([axis?.first, axis?.last, axis?.ticks]).toEqual(['2026-02-01', '2026-04-01', ['2026-02-01', '2026-03-01']]);
    expect(axis?.at('2026-02-01')).toBe(0);
    expect(axis?.at('2026-03-01')).toBe(47.46);
    expect(axis?.at('2030-01-01')).toBe(100);
  });

  test('thins its months so that their names fit, over a month as over decades', () => {
    for (const [from, to] of [
      ['2026-01-05', '2026-01-06'],
      ['2025-11-01', '2027-02-01'],
      ['1990-01-01', '2030-01-01'],
    ] as const) {
      const ticks = timeAxis([from, to])?.ticks ?? [];
      expect(ticks.length).toBeGreaterThanOrEqual(1);
      expect(ticks.length).toBeLessThanOrEqual(8);
    }
    expect(timeAxis([])).toBeNull();
  });
});

describe('a phase', () => {
  test('without dates has no bar, with one date a bar of a day', () => {
    expect(plannedSpan(blank)).toBeNull();
    expect(plannedSpan({ ...blank, plannedEndOn: '2026-05-01' })).toEqual({ from: '2026-05-01', to: '2026-05-01' });
  });

  test('that has begun reaches to today, and one that begins tomorrow does not run backwards', () => {
    expect(actualSpan({ ...blank, actualStartOn: '2026-04-01' }, today)).toEqual({ from: '2026-04-01', to: today });
    expect(actualSpan({ ...blank, actualStartOn: '2026-06-01' }, today)).toEqual({
      from: '2026-06-01',
      to: '2026-06-01',
    });
    expect(actualSpan({ ...blank, actualStartOn: '2026-04-01', actualEndOn: '2026-04-20' }, today)?.to).toBe(
      '2026-04-20',
    );
  });

  test('is late after its planned end, not on it, and never once completed', () => {
    expect(isLate({ ...blank, plannedEndOn: '2026-05-09' }, today)).toBe(true);
    expect(isLate({ ...blank, plannedEndOn: today }, today)).toBe(false);
    expect(isLate({ ...blank, plannedEndOn: '2026-05-09', status: 'completed' }, today)).toBe(false);
  });
});

describe('lines', () => {
  test('fill their box, and a flat one runs through the middle', () => {
    const unit = (points: Point[]) => toUnit(points).points;
    const rising = unit([
      { x: 0, y: 5 },
      { x: 2, y: 15 },
    ]);
    expect(rising).toEqual([
      { x: 0, y: 0 },
      { x: 1, y: 1 },
    ]);
    const flat = unit([
      { x: 0, y: 7 },
      { x: 1, y: 7 },
    ]);
    expect(flat).toEqual([
      { x: 0, y: 0.5 },
      { x: 1, y: 0.5 },
    ]);
  });

  test('of a balance stay level until the next entry and include zero', () => {
    const { points, y } = toUnit(
      [
        { x: 0, y: 100 },
        { x: 1, y: 50 },
      ],
      [0],
    );
    expect(stepPath(points)).toBe('M0 0H100V50H100');
    expect(y(0)).toBe(0);
  });
});

describe('drawn', () => {
  test('a timeline tells a screen reader what it shows the eye', () => {
    const phase: TimelinePhase = {
      ...blank,
      plannedStartOn: '2026-04-01',
      plannedEndOn: '2026-06-30',
      actualStartOn: '2026-04-08',
    };
    const html = draw(
      <PhaseTimeline
        today={today}
        groups={[{ id: 'g', name: 'House', phases: [phase, { ...blank, id: '2', name: 'Garden' }] }]}
      />,
    );
    expect(html).toContain('House: Phases with their dates and progress');
    expect(html).toContain(
      '<th scope="row">Roof</th><td>In progress, 40%</td><td>Apr 1 – Jun 30, 2026</td><td>Apr 8 – May 10, 2026</td>'.replaceAll(
        ' – ',
        '\u2009–\u2009',
      ),
    );
    expect(html).toContain('No dates yet');
    expect(html).toMatch(/x1="[\d.]+%"/);
  });

  test('a phase that ended late is told so in the bars, the table and the list alike', () => {
    const late: TimelinePhase = {
      ...blank,
      ...{ status: 'completed', percent: 100 },
      ...{ plannedStartOn: '2026-04-01', plannedEndOn: '2026-04-10' },
      ...{ actualStartOn: '2026-04-01', actualEndOn: '2026-04-13' },
    };
    const html = draw(<PhaseTimeline today={today} groups={[{ id: 'g', phases: [late] }]} />);
    expect(html.match(/finished 3 days late/g)).toHaveLength(2);
    expect(html).toContain('fill-warn');
    const inTime = draw(
      <PhaseTimeline today={today} groups={[{ id: 'g', phases: [{ ...late, actualEndOn: '2026-04-10' }] }]} />,
    );
    expect(inTime).not.toContain('late');
    expect(inTime).not.toContain('fill-warn');
  });

  test('a timeline without any date still lists its phases', () => {
    const html = draw(<PhaseTimeline today={today} groups={[{ id: 'g', phases: [blank] }]} />, 'de');
    expect(html).toContain('Roof');
    expect(html).toContain('Noch ohne Termine');
  });

  test('a ring says its share in words and stays a circle beyond its ends', () => {
    const html = draw(<ProgressRing percent={140} label="House" />, 'de');
    expect(html).toContain('aria-valuenow="100"');
    expect(html).toContain('aria-label="House"');
    expect(html).toContain('aria-valuetext="100\u00a0% abgeschlossen"');
  });

  test('a balance has its table, exact to the cent, and no curve before there are two points', () => {
    const points = [
      { on: '2026-01-01', balance: 0n },
      { on: '2026-02-01', balance: 123456n },
    ];
    expect(draw(<BalanceCurve label="Balance" currency="EUR" today={today} points={points} />)).toContain('€1,234.56');
    expect(draw(<BalanceCurve label="Balance" currency="EUR" today={today} points={points.slice(1)} />)).toBe('');
  });
});
