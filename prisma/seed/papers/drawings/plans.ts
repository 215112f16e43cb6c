import type { Drawing } from '@/prisma/seed/papers/drawings/drawing';
import { door, measure, north, window } from '@/prisma/seed/papers/drawings/marks';
import { type Frame, ink, type Pen, soft, write } from '@/prisma/seed/papers/pen';

type Room = { name: string; x: number; y: number; width: number; height: number };

/** The house and its rooms in metres; x and y count from the upper left corner of the house. */
const house = { width: 13, height: 8.4 };
const ground: Room[] = [
  { name: 'Living and kitchen', x: 0, y: 3.4, width: 8.2, height: 5 },
  { name: 'Hall', x: 4.4, y: 0, width: 3.8, height: 3.4 },
  { name: 'Utility', x: 0, y: 0, width: 2.4, height: 3.4 },
  { name: 'Guest bath', x: 2.4, y: 0, width: 2, height: 3.4 },
  { name: 'Workshop', x: 8.2, y: 0, width: 4.8, height: 8.4 },
];
const upper = (version: number): Room[] => [
  { name: 'Bedroom 1', x: 0, y: 4.4, width: 4.2, height: 4 },
  { name: 'Bedroom 2', x: 4.2, y: 4.4, width: 3.8, height: 4 },
  { name: version > 1 ? 'Study' : 'Bedroom 4', x: 8, y: 4.4, width: version > 1 ? 2.4 : 2.5, height: 4 },
  {
    name: version > 1 ? 'Bedroom 4' : 'Study',
    x: version > 1 ? 10.4 : 10.5,
    y: 4.4,
    width: version > 1 ? 2.6 : 2.5,
    height: 4,
  },
  { name: 'Bath', x: 0, y: 0, width: 2.8, height: 3 },
  { name: 'Bedroom 3', x: 2.8, y: 0, width: 3.6, height: 3 },
  { name: 'Landing', x: 0, y: 3, width: 13, height: 1.4 },
  { name: 'Stairs', x: 6.4, y: 0, width: 2.8, height: 3 },
  { name: 'Bath 2', x: 9.2, y: 0, width: 3.8, height: 3 },
];

type Scale = { at: (x: number, y: number) => [number, number]; metre: number };

function scaleFor({ x, y, width, height }: Frame): Scale {
  const metre = Math.min((width - 70) / house.width, (height - 40) / house.height);
  const [left, top] = [x + (width - house.width * metre) / 2, y + 16];
  return { metre, at: (dx, dy) => [left + dx * metre, top + dy * metre] };
}

/** Draws rooms with names and areas, the outer walls, and the dimensions of two sides. */
function drawRooms(pen: Pen, rooms: Room[], { at, metre }: Scale): void {
  for (const { name, x, y, width, height } of rooms) {
    const [left, top] = at(x, y);
    pen
      .rect(left, top, width * metre, height * metre)
      .lineWidth(1.6)
      .strokeColor(ink)
      .stroke();
    const place = { x: left, y: top + (height * metre) / 2 - 8, width: width * metre };
    write(pen, name, place, { size: 7, align: 'center' });
    write(
      pen,
      `${(width * height).toFixed(1)} m²`,
      { ...place, y: place.y + 10 },
      { size: 6, align: 'center', colour: soft },
    );
  }
  const [left, top] = at(0, 0);
  pen
    .rect(left, top, house.width * metre, house.height * metre)
    .lineWidth(3.4)
    .strokeColor(ink)
    .stroke();
  measure(pen, at(0, house.height), at(house.width, house.height), 14, '13.00');
  measure(pen, at(house.width, 0), at(house.width, house.height), 14, '8.40');
}

export const groundFloor: Drawing = (pen, frame) => {
  const scale = scaleFor(frame);
  const { at, metre } = scale;
  drawRooms(pen, ground, scale);
  door(pen, at(5.6, 0), metre, 0);
  door(pen, at(5.2, 3.4), 0.9 * metre, 180);
  door(pen, at(8.2, 5), 0.9 * metre, 90);
  for (const x of [1, 4.4]) window(pen, at(x, 8.4), 2.8 * metre, false);
  window(pen, at(13, 2), 2 * metre, true);
  window(pen, at(0, 5), 1.6 * metre, true);
  north(pen, frame.x + 14, frame.y + 26);
};

export const upperFloor: Drawing = (pen, frame, { version, accent }) => {
  const scale = scaleFor(frame);
  const { at, metre } = scale;
  drawRooms(pen, upper(version), scale);
  for (const x of [1.2, 5.2, 8.5, 11]) window(pen, at(x, 8.4), 1.2 * metre, false);
  for (const x of [2.6, 6.2, 8.6, 11.6]) door(pen, at(x, 4.4), 0.8 * metre, 0);
  if (version > 1) {
    const [x, y] = at(8, 4.4);
    pen
      .rect(x - 3, y - 3, 5 * metre + 6, 4 * metre + 6)
      .lineWidth(1.2)
      .dash(4, { space: 3 })
      .strokeColor(accent)
      .stroke()
      .undash();
    write(
      pen,
      'Revision B',
      { x: x + 4, y: y + 4 * metre + 8, width: 80 },
      { font: 'bold', size: 6.6, colour: accent },
    );
  }
  north(pen, frame.x + 14, frame.y + 26);
};

/** The upper floor with sockets, lamps and the lines to their switches; new sockets in the accent colour. */
export const electrical: Drawing = (pen, frame, { accent }) => {
  const scale = scaleFor(frame);
  const { at } = scale;
  pen.opacity(0.55);
  drawRooms(pen, upper(2), scale);
  pen.opacity(1);
  const sockets = [
    [0.4, 8.2],
    [3.8, 8.2],
    [4.6, 8.2],
    [7.6, 8.2],
    [10.7, 8.2],
    [12.7, 8.2],
    [3.2, 0.2],
    [6, 0.2],
    [0.3, 0.2],
    [12.6, 0.2],
    [1, 3.2],
    [9.5, 3.2],
  ] as const;
  for (const [x, y] of sockets) socket(pen, at(x, y), ink);
  for (const [x, y] of [
    [8.15, 5.6],
    [8.15, 6.6],
    [8.15, 7.2],
  ] as const)
    socket(pen, at(x, y), accent);
  const lamps = [
    [2.1, 6.4],
    [6.1, 6.4],
    [9.2, 6.4],
    [11.7, 6.4],
    [1.4, 1.5],
    [4.6, 1.5],
    [11, 1.5],
    [3, 3.7],
    [9, 3.7],
  ] as const;
  for (const [x, y] of lamps) {
    const [left, top] = at(x, y - 0.5);
    pen.circle(left, top, 5).lineWidth(0.7).strokeColor(ink).stroke();
    pen
      .moveTo(left - 3.5, top - 3.5)
      .lineTo(left + 3.5, top + 3.5)
      .moveTo(left - 3.5, top + 3.5)
      .lineTo(left + 3.5, top - 3.5)
      .stroke();
    pen
      .moveTo(left, top + 5)
      .bezierCurveTo(left + 4, top + 16, left + 14, top + 18, left + 22, top + 22)
      .lineWidth(0.4)
      .dash(2, { space: 2 })
      .strokeColor(soft)
      .stroke()
      .undash();
  }
  const [x, y] = at(8.5, 5.4);
  write(pen, 'New in C', { x, y, width: 60 }, { font: 'bold', size: 6.4, colour: accent });
};

function socket(pen: Pen, [x, y]: readonly [number, number], colour: string): void {
  pen
    .path(`M${x - 4} ${y} A4 4 0 0 1 ${x + 4} ${y}`)
    .lineWidth(1)
    .strokeColor(colour)
    .stroke();
  pen
    .moveTo(x, y - 4)
    .lineTo(x, y - 8)
    .stroke();
}
