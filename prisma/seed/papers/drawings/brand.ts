import type { Drawing } from '@/prisma/seed/papers/drawings/drawing';
import { faint, ink, type Pen, soft, write } from '@/prisma/seed/papers/pen';

const yellow = '#E0AE3A';

/** Draws the mark of direction A, a seed with sun rays, centred on (x, y); `size` is its diameter. */
export function drawSeed(pen: Pen, x: number, y: number, size: number, colour: string): void {
  const leaf = size * 0.27;
  pen
    .lineWidth(size * 0.05)
    .strokeColor(colour)
    .lineCap('round');
  pen
    .path(
      `M${x} ${y - leaf} C${x + leaf * 0.85} ${y - leaf * 0.4} ${x + leaf * 0.85} ${y + leaf * 0.4} ${x} ${y + leaf} C${x - leaf * 0.85} ${y + leaf * 0.4} ${x - leaf * 0.85} ${y - leaf * 0.4} ${x} ${y - leaf} Z`,
    )
    .stroke();
  pen
    .moveTo(x, y - leaf)
    .lineTo(x, y + leaf * 0.4)
    .stroke();
  for (let ray = 0; ray < 12; ray++) {
    const [cos, sin] = [Math.cos((ray * Math.PI) / 6), Math.sin((ray * Math.PI) / 6)];
    pen
      .moveTo(x + cos * size * 0.36, y + sin * size * 0.36)
      .lineTo(x + cos * size * 0.46, y + sin * size * 0.46)
      .stroke();
  }
}

/** Draws the mark of direction B, a letter B of two sacks, centred on (x, y). */
function drawSacks(pen: Pen, x: number, y: number, size: number, colour: string): void {
  pen.roundedRect(x - size * 0.2, y - size * 0.42, size * 0.38, size * 0.38, size * 0.16).fill(colour);
  pen.roundedRect(x - size * 0.2, y - size * 0.01, size * 0.46, size * 0.46, size * 0.2).fill(colour);
  pen.rect(x - size * 0.2, y - size * 0.42, size * 0.14, size * 0.87).fill(colour);
}

/** Both marks side by side; from version 2 on direction A alone, with its construction lines. */
export const directions: Drawing = (pen, { x, y, width, height }, { version }) => {
  const half = version > 1 ? width : (width - 14) / 2;
  pen.roundedRect(x, y, half, height, 4).fill(yellow);
  if (version > 1) {
    pen.lineWidth(0.4).strokeColor('#A77F22');
    for (const share of [0.12, 0.24, 0.36, 0.46])
      pen.circle(x + half / 2, y + height / 2, height * 0.8 * share).stroke();
    pen
      .moveTo(x + 20, y + height / 2)
      .lineTo(x + half - 20, y + height / 2)
      .stroke();
  }
  drawSeed(pen, x + half / 2, y + height / 2, height * 0.8, '#2C2A28');
  if (version > 1) return;
  pen.roundedRect(x + half + 14, y, half, height, 4).fill('#D98A3C');
  drawSacks(pen, x + half * 1.5 + 10, y + height / 2, height * 0.62, '#F6EEDD');
};

/** The mark on a carton, a phone screen and an invoice. */
export const applications: Drawing = (pen, { x, y, width, height }) => {
  const third = width / 3;
  pen.rect(x + third * 0.25, y, third * 0.5, height).fill(yellow);
  pen.rect(x + third * 0.25, y + height * 0.8, third * 0.5, height * 0.2).fill('#2C2A28');
  drawSeed(pen, x + third * 0.5, y + height * 0.42, third * 0.42, '#2C2A28');
  pen.roundedRect(x + third * 1.3, y, third * 0.4, height, 10).fill('#2C2A28');
  pen.roundedRect(x + third * 1.33, y + 8, third * 0.34, height - 16, 6).fill('#F6F2E8');
  drawSeed(pen, x + third * 1.5, y + height * 0.34, third * 0.24, '#2C2A28');
  for (let line = 0; line < 4; line++)
    pen.rect(x + third * 1.38, y + height * 0.6 + line * 9, third * (line % 2 ? 0.16 : 0.24), 3).fill(faint);
  pen
    .rect(x + third * 2.2, y, third * 0.62, height)
    .lineWidth(0.6)
    .fillAndStroke('#FFFFFF', faint);
  drawSeed(pen, x + third * 2.34, y + 18, 22, '#2C2A28');
  for (let line = 0; line < 8; line++)
    pen.rect(x + third * 2.28, y + 46 + line * 9, third * (line > 5 ? 0.2 : 0.46), 2).fill(faint);
};

/** Letterhead, envelope and card with the mark in one colour. */
export const stationery: Drawing = (pen, { x, y, width, height }) => {
  const paper = (left: number, top: number, wide: number, tall: number) =>
    pen.rect(left, top, wide, tall).lineWidth(0.6).fillAndStroke('#FFFEFB', soft);
  paper(x + 10, y, height * 0.71, height);
  drawSeed(pen, x + 34, y + 26, 30, ink);
  for (let line = 0; line < 12; line++)
    pen.rect(x + 28, y + 66 + line * 13, height * (line === 11 ? 0.24 : 0.54), 2).fill(faint);
  const right = x + height * 0.71 + 44;
  paper(right, y, width - height * 0.71 - 56, height * 0.46);
  drawSeed(pen, right + 28, y + 26, 32, ink);
  for (let line = 0; line < 3; line++) pen.rect(right + 96, y + height * 0.24 + line * 11, 96, 2).fill(faint);
  paper(right, y + height * 0.56, 134, 78);
  drawSeed(pen, right + 28, y + height * 0.56 + 38, 36, ink);
  write(pen, 'Lena Bright', { x: right + 58, y: y + height * 0.56 + 24, width: 80 }, { font: 'serif', size: 11 });
  write(pen, 'Bright Foods', { x: right + 58, y: y + height * 0.56 + 40, width: 80 }, { size: 6.6, colour: soft });
};

/** The side of the delivery van with its lettering. */
export const van: Drawing = (pen, { x, y, width, height }) => {
  const [left, foot] = [x + width * 0.08, y + height - 26];
  const [wide, tall] = [width * 0.84, height - 44];
  pen
    .path(
      `M${left} ${foot - tall} H${left + wide * 0.7} C${left + wide * 0.82} ${foot - tall} ${left + wide * 0.86} ${foot - tall * 0.62} ${left + wide * 0.9} ${foot - tall * 0.48} L${left + wide} ${foot - tall * 0.38} V${foot} H${left} Z`,
    )
    .fill('#8C9194');
  pen
    .path(
      `M${left + wide * 0.72} ${foot - tall * 0.9} C${left + wide * 0.8} ${foot - tall * 0.88} ${left + wide * 0.83} ${foot - tall * 0.64} ${left + wide * 0.87} ${foot - tall * 0.5} H${left + wide * 0.72} Z`,
    )
    .fill('#DDE4E6');
  pen
    .moveTo(left + wide * 0.69, foot - tall * 0.92)
    .lineTo(left + wide * 0.69, foot - 8)
    .lineWidth(0.8)
    .strokeColor('#6A6F72')
    .stroke();
  pen.rect(left + wide * 0.62, foot - tall * 0.42, 18, 5).fill('#6A6F72');
  drawSeed(pen, left + wide * 0.58, foot - tall * 0.52, tall * 0.66, yellow);
  write(
    pen,
    'Bright Foods',
    { x: left + 24, y: foot - tall * 0.66, width: 170 },
    { font: 'serif', size: 27, colour: yellow },
  );
  write(
    pen,
    'oats, and what grows beside them',
    { x: left + 26, y: foot - tall * 0.4, width: 180 },
    { size: 8, colour: yellow },
  );
  for (const share of [0.2, 0.8]) {
    pen.circle(left + wide * share, foot, 24).fill('#3A3D3F');
    pen.circle(left + wide * share, foot, 11).fill('#C9CCCD');
  }
};

/** Three boards of a shop shelf, one product in the accent colour; `seed` varies the products. */
export function shelf(seed: number): Drawing {
  return (pen, { x, y, width, height }, { accent }) => {
    const colours = ['#C9B892', '#8FA39A', '#B97F5E', '#E3D9C3', '#7C8791', '#D6B765'];
    for (let board = 0; board < 3; board++) {
      const foot = y + ((board + 1) * height) / 3 - 8;
      let left = x;
      for (let index = 0; left < x + width - 34; index++) {
        const wide = 22 + ((index * 13 + board * 7 + seed * 5) % 17);
        const tall = 40 + ((index * 11 + board * 17 + seed * 3) % 26);
        const ours = board === 1 && index === 5 + (seed % 3);
        pen
          .rect(left, foot - tall, wide, tall)
          .fill(ours ? accent : (colours[(index * 5 + board + seed) % 6] ?? faint));
        pen
          .rect(left + 4, foot - tall + 8, wide - 8, 9)
          .fillOpacity(0.7)
          .fill('#FFFFFF')
          .fillOpacity(1);
        left += wide + 3;
      }
      pen.rect(x, foot, width, 4).fill('#BFB7A6');
    }
  };
}

/** Two facing pages of the annual report; `number` counts the spreads from 0. */
export function spread(number: number): Drawing {
  return (pen, { x, y, width, height }) => {
    const half = width / 2;
    const greens = ['#5F7A55', '#3F5540', '#B9C3A0'];
    pen.rect(x, y, width, height).fill('#F3EFE4');
    const left = number % 2 ? x + half : x;
    pen.rect(left, y, half, height).fill(greens[number % 3] ?? '#5F7A55');
    pen.save().rect(left, y, half, height).clip();
    pen.circle(left + half * 0.7, y + height * 0.28, height * 0.1).fill('#F3EFE4');
    pen
      .ellipse(left + half * 0.3, y + height * 1.12, half * 0.7, height * 0.5)
      .fill(greens[(number + 1) % 3] ?? '#3F5540');
    pen.restore();
    const text = number % 2 ? x : x + half;
    const headlines = [
      'What a field remembers',
      'Two hundred farms, one price',
      'The mill at night',
      'Less sugar, again',
      'Who owns the seed',
      'Figures, plainly',
    ];
    write(pen, headlines[number % 6] ?? '', { x: text + 22, y: y + 26, width: half - 44 }, { font: 'serif', size: 17 });
    for (let line = 0; line < 14; line++)
      pen.rect(text + 22, y + 82 + line * 9, (half - 44) * (line % 7 === 6 ? 0.6 : 0.96), 2.2).fill('#CFC9BA');
    write(pen, String(number * 2 + 6), { x: text + 22, y: y + height - 20, width: 40 }, { size: 7, colour: soft });
  };
}
