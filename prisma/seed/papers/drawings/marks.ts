import { ink, type Pen, soft, write } from '@/prisma/seed/papers/pen';

/** Draws a dimension line with its figure, `away` points beside the line between two points. */
export function measure(
  pen: Pen,
  from: readonly [number, number],
  to: readonly [number, number],
  away: number,
  text: string,
): void {
  const level = from[1] === to[1];
  const [dx, dy] = level ? [0, away] : [away, 0];
  const [x1, y1, x2, y2] = [from[0] + dx, from[1] + dy, to[0] + dx, to[1] + dy];
  pen.lineWidth(0.5).strokeColor(soft).moveTo(x1, y1).lineTo(x2, y2).stroke();
  for (const [x, y] of [
    [x1, y1],
    [x2, y2],
  ] as const)
    pen
      .moveTo(x - 2.5, y + 2.5)
      .lineTo(x + 2.5, y - 2.5)
      .stroke();
  if (level) write(pen, text, { x: x1, y: y1 + 2.5, width: x2 - x1 }, { size: 6.2, align: 'center', colour: soft });
  else write(pen, text, { x: x1 + 4, y: (y1 + y2) / 2 - 4, width: 40 }, { size: 6.2, colour: soft });
}

/** Draws a door with its swing; `turn` is its rotation in degrees. */
export function door(pen: Pen, [x, y]: readonly [number, number], size: number, turn: number): void {
  pen.save().translate(x, y).rotate(turn);
  pen.rect(-1, -2.2, size + 2, 4.4).fill('#FFFFFF');
  pen.moveTo(0, 0).lineTo(0, size).lineWidth(0.9).strokeColor(ink).stroke();
  pen.path(`M0 ${size} A${size} ${size} 0 0 0 ${size} 0`).lineWidth(0.4).strokeColor(soft).stroke();
  pen.restore();
}

/** Draws a window in a wall that is upright or level on the page. */
export function window(pen: Pen, [x, y]: readonly [number, number], length: number, upright: boolean): void {
  const [width, height] = upright ? [4.4, length] : [length, 4.4];
  pen
    .rect(x - (upright ? 2.2 : 0), y - (upright ? 0 : 2.2), width, height)
    .lineWidth(0.6)
    .fillAndStroke('#FFFFFF', ink);
}

/** Draws a north arrow. */
export function north(pen: Pen, x: number, y: number): void {
  pen.circle(x, y, 9).lineWidth(0.6).strokeColor(ink).stroke();
  pen.path(`M${x} ${y - 12} L${x + 4} ${y + 5} L${x} ${y + 2} L${x - 4} ${y + 5} Z`).fill(ink);
}
