import type { Drawing } from '@/prisma/seed/papers/drawings/drawing';
import { measure } from '@/prisma/seed/papers/drawings/marks';
import { ink, soft, write } from '@/prisma/seed/papers/pen';

/** The site plan with lane, water main, house and shaft; version 2 has the shaft one metre further west. */
export const waterPlan: Drawing = (pen, { x, y, width, height }, { version, accent }) => {
  const at = (dx: number, dy: number): [number, number] => [x + dx * width, y + dy * height];
  pen.rect(x, y + height * 0.82, width, height * 0.18).fill('#EFEDE7');
  write(
    pen,
    'Caminho da Azenha',
    { x, y: y + height * 0.93, width },
    { font: 'italic', size: 8, align: 'center', colour: soft },
  );
  pen
    .moveTo(...at(0, 0.88))
    .lineTo(...at(1, 0.88))
    .lineWidth(1.6)
    .strokeColor('#2F6C94')
    .stroke();
  write(pen, 'main, DN 110', { x: x + 6, y: y + height * 0.83, width: 80 }, { size: 6, colour: '#2F6C94' });
  pen
    .polygon(at(0.14, 0.06), at(0.9, 0.02), at(0.94, 0.8), at(0.1, 0.8))
    .lineWidth(0.8)
    .dash(6, { space: 3 })
    .strokeColor(ink)
    .stroke()
    .undash();
  write(pen, 'Plot 7', { x: x + width * 0.16, y: y + height * 0.1, width: 80 }, { font: 'serif', size: 11 });
  pen.polygon(at(0.42, 0.16), at(0.8, 0.14), at(0.81, 0.46), at(0.43, 0.48)).fillAndStroke('#F6F3EC', ink);
  write(pen, 'House', { x: x + width * 0.54, y: y + height * 0.28, width: 80 }, { size: 7.4 });
  const shaft = version > 1 ? 0.3 : 0.37;
  pen.polygon(at(0.66, 0.62), at(0.82, 0.6), at(0.8, 0.72), at(0.67, 0.74)).fill('#DAD5C8');
  write(pen, 'rock', { x: x + width * 0.69, y: y + height * 0.65, width: 60 }, { size: 6.6, colour: soft });
  pen
    .moveTo(...at(shaft, 0.88))
    .lineTo(...at(shaft, 0.74))
    .lineTo(...at(0.5, 0.6))
    .lineTo(...at(0.5, 0.47))
    .lineWidth(1.2)
    .strokeColor(accent)
    .stroke();
  pen.rect(x + width * shaft - 6, y + height * 0.74 - 6, 12, 12).fillAndStroke('#FFFFFF', accent);
  write(
    pen,
    'Shaft, meter DN 20',
    { x: x + width * shaft + 10, y: y + height * 0.72, width: 90 },
    { size: 6.6, colour: accent },
  );
  if (version > 1) measure(pen, at(0.3, 0.74), at(0.37, 0.74), 14, '1.00 m');
};

/** The layers of soil in the trial pits. */
export const trialPits: Drawing = (pen, { x, y, width, height }, { accent }) => {
  const layers = [
    [0.16, '#8A7B5C', 'Topsoil, roots'],
    [0.56, '#B99A6B', 'Loam, stiff, dry'],
    [0.28, '#BDB6A8', 'Weathered granite'],
  ] as const;
  [0, 1].forEach((pit) => {
    const left = x + pit * (width * 0.5) + 20;
    write(pen, `Pit ${pit + 1}`, { x: left, y, width: 80 }, { font: 'bold', size: 8 });
    let top = y + 16;
    for (const [share, colour, name] of layers) {
      const tall = (height - 30) * share * (pit ? 1 : 0.96);
      pen.rect(left, top, width * 0.2, tall).fill(colour);
      pen
        .moveTo(left + width * 0.2, top)
        .lineTo(left + width * 0.2 + 10, top)
        .lineWidth(0.5)
        .strokeColor(soft)
        .stroke();
      write(pen, name, { x: left + width * 0.2 + 14, y: top + 4, width: 110 }, { size: 7 });
      top += tall;
    }
    measure(pen, [left - 12, y + 16], [left - 12, top], 0, '1.80');
  });
  pen
    .moveTo(x, y + 16)
    .lineTo(x + width, y + 16)
    .lineWidth(1)
    .strokeColor(accent)
    .stroke();
};

/** Sections through the retaining wall; from version 2 on also point 3 at the larger scale. */
export const wallSections: Drawing = (pen, { x, y, width, height }, { version, accent }) => {
  const points =
    version > 1 ? ['Point 1', 'Point 2', 'Point 4', 'Point 3, 1:20'] : ['Point 1', 'Point 2', 'Point 3', 'Point 4'];
  points.forEach((name, index) => {
    const large = name.includes('1:20');
    const size = (large ? 1 : 0.62) * height * 0.78;
    const left = x + index * (width / 4) + (large ? -6 : 10);
    const foot = y + height - 26;
    pen
      .polygon(
        [left + size * 0.16, foot],
        [left + size * 0.4, foot],
        [left + size * 0.34, foot - size],
        [left + size * 0.24, foot - size],
      )
      .lineWidth(1)
      .fillAndStroke('#DDD8CC', ink);
    pen.rect(left, foot, size * 0.5, size * 0.12).fillAndStroke('#C9C4B8', ink);
    for (let row = 1; row < 9; row++)
      pen
        .moveTo(left + size * (0.16 + 0.009 * row), foot - (row * size) / 9)
        .lineTo(left + size * (0.4 - 0.0066 * row), foot - (row * size) / 9)
        .lineWidth(0.4)
        .strokeColor(soft)
        .stroke();
    pen
      .path(`M${left + size * 0.34} ${foot - size} L${left + size * 0.62} ${foot - size}`)
      .lineWidth(0.8)
      .strokeColor(ink)
      .stroke();
    pen
      .circle(left + size * 0.45, foot - size * 0.06, size * 0.028)
      .lineWidth(0.9)
      .strokeColor(accent)
      .stroke();
    write(
      pen,
      name,
      { x: left - 8, y: y + height - 10, width: width / 4 },
      { font: large ? 'bold' : 'sans', size: 7, colour: large ? accent : ink },
    );
    measure(pen, [left + size * 0.66, foot - size], [left + size * 0.66, foot], 0, large ? '2.60' : '');
  });
};
