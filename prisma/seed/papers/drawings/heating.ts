import type { Drawing } from '@/prisma/seed/papers/drawings/drawing';
import { faint, ink, write } from '@/prisma/seed/papers/pen';

/** The heating plan of the ground floor: convectors, floor heating, and pipes as dashed lines. */
export const heating: Drawing = (pen, { x, y, width, height }, { accent }) => {
  const unit = Math.min(width / 20, height / 11);
  const left = x + (width - 19 * unit) / 2;
  const at = (dx: number, dy: number): [number, number] => [left + dx * unit, y + 8 + dy * unit];
  const rooms: [string, number, number, number, number][] = [
    ['Library', 0, 0, 5, 4.6],
    ['Hall', 5, 0, 4, 9.4],
    ['Dining room', 9, 0, 4.6, 4.6],
    ['Salon', 0, 5.6, 5, 3.8],
    ['Kitchen', 9, 5.6, 4.6, 3.8],
    ['Chapel wing', 13.6, 2, 5.4, 5.4],
  ];
  for (const [name, dx, dy, w, h] of rooms) {
    const [px, py] = at(dx, dy);
    pen
      .rect(px, py, w * unit, h * unit)
      .lineWidth(2.4)
      .strokeColor(ink)
      .stroke();
    write(pen, name, { x: px, y: py + 6, width: w * unit }, { size: 7, align: 'center' });
  }
  pen
    .rect(...at(0, 4.6), 5 * unit, unit)
    .rect(...at(9, 4.6), 4.6 * unit, unit)
    .fillOpacity(0.25)
    .fill(faint)
    .fillOpacity(1);
  for (const dx of [0.6, 2.9]) pen.rect(...at(dx, 0.12), 1.5 * unit, 0.35 * unit).fill(accent);
  for (const dx of [9.6, 11.6]) pen.rect(...at(dx, 0.12), 1.5 * unit, 0.35 * unit).fill(accent);
  pen
    .lineWidth(0.9)
    .strokeColor(accent)
    .moveTo(...at(14, 2.8));
  for (let row = 0; row < 9; row++) {
    const far = row % 2 ? 14 : 18.6;
    pen.lineTo(...at(far, 2.8 + row * 0.5));
    if (row < 8) pen.lineTo(...at(far, 3.3 + row * 0.5));
  }
  pen.stroke();
  pen
    .lineWidth(1.2)
    .dash(5, { space: 2.5 })
    .moveTo(...at(0.6, 5.1))
    .lineTo(...at(5, 5.1))
    .moveTo(...at(9, 5.1))
    .lineTo(...at(14, 5.1))
    .stroke()
    .undash();
};
