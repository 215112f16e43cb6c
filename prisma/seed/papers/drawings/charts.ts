import type { Drawing } from '@/prisma/seed/papers/drawings/drawing';
import { faint, ink, soft, write } from '@/prisma/seed/papers/pen';

/** A bar chart: the value at the top of its scale, a dashed line at `limit`, and a unit that follows each value. */
export type BarChart = {
  values: readonly (readonly [label: string, value: number])[];
  highest: number;
  limit?: { value: number; label: string };
  unit?: string;
};

export function barChart({ values, highest, limit, unit = '' }: BarChart): Drawing {
  return (pen, { x, y, width, height }, { accent }) => {
    const [foot, tall] = [y + height - 18, height - 36];
    const step = width / values.length;
    values.forEach(([label, value], index) => {
      const left = x + index * step + step * 0.2;
      const high = (value / highest) * tall;
      pen
        .rect(left, foot - high, step * 0.6, high)
        .fillOpacity(0.85)
        .fill(accent)
        .fillOpacity(1);
      write(
        pen,
        `${value}${unit}`,
        { x: left - step * 0.2, y: foot - high - 11, width: step },
        { size: 7.4, align: 'center' },
      );
      write(pen, label, { x: left - step * 0.2, y: foot + 5, width: step }, { size: 7, align: 'center', colour: soft });
    });
    pen
      .moveTo(x, foot)
      .lineTo(x + width, foot)
      .lineWidth(0.7)
      .strokeColor(ink)
      .stroke();
    if (!limit) return;
    const level = foot - (limit.value / highest) * tall;
    pen
      .moveTo(x, level)
      .lineTo(x + width, level)
      .lineWidth(0.7)
      .dash(4, { space: 3 })
      .strokeColor(ink)
      .stroke()
      .undash();
    write(
      pen,
      limit.label,
      { x: x + width - 120, y: level - 10, width: 118 },
      { font: 'italic', size: 8, align: 'right' },
    );
  };
}

const readings = [
  [15, 0.04],
  [22, -0.03],
  [30, 0.02],
  [38, -0.02],
  [45, 0.01],
  [52, 0.03],
  [60, -0.03],
] as const;

/** Air changes against pressure: measured points, the curve through them, and the dashed curve of the target. */
export const pressureChart: Drawing = (pen, { x, y, width, height }, { accent }) => {
  const [left, foot, wide, tall] = [x + 34, y + height - 22, width - 44, height - 36];
  const at = (pascal: number, changes: number): [number, number] => [
    left + (pascal / 70) * wide,
    foot - (changes / 2.6) * tall,
  ];
  for (const pascal of [10, 20, 30, 40, 50, 60, 70]) {
    pen
      .moveTo(...at(pascal, 0))
      .lineTo(...at(pascal, 2.6))
      .lineWidth(0.3)
      .strokeColor(faint)
      .stroke();
    write(
      pen,
      `${pascal} Pa`,
      { x: at(pascal, 0)[0] - 20, y: foot + 5, width: 40 },
      { size: 6.6, align: 'center', colour: soft },
    );
  }
  for (const changes of [0, 0.8, 1.6, 2.4]) {
    pen
      .moveTo(...at(0, changes))
      .lineTo(...at(70, changes))
      .lineWidth(0.3)
      .strokeColor(faint)
      .stroke();
    write(
      pen,
      changes.toFixed(1),
      { x: x, y: at(0, changes)[1] - 4, width: 28 },
      { size: 6.6, align: 'right', colour: soft },
    );
  }
  const curve = (factor: number) => (pascal: number) => factor * (pascal / 50) ** 0.65;
  const line = (factor: number, colour: string, dashed: boolean) => {
    pen.moveTo(...at(4, curve(factor)(4)));
    for (let pascal = 6; pascal <= 68; pascal += 2) pen.lineTo(...at(pascal, curve(factor)(pascal)));
    pen.lineWidth(1.2).strokeColor(colour);
    if (dashed) pen.dash(4, { space: 3 });
    pen.stroke().undash();
  };
  line(0.8, ink, true);
  line(1.9, accent, false);
  for (const [pascal, strayed] of readings) pen.circle(...at(pascal, curve(1.9)(pascal) + strayed), 2.6).fill(accent);
  write(pen, 'measured', { x: at(56, 0)[0], y: at(0, 2.3)[1], width: 60 }, { size: 7, colour: accent });
  write(pen, 'target at handover', { x: at(48, 0)[0], y: at(0, 1.12)[1], width: 90 }, { size: 7 });
};
