import type { Drawing } from '@/prisma/seed/papers/drawings/drawing';
import { measure } from '@/prisma/seed/papers/drawings/marks';
import { faint, ink, soft, write } from '@/prisma/seed/papers/pen';

/** The north front of the villa with its lime washes, and the profile of the cornice. */
export const facade: Drawing = (pen, { x, y, width, height }, { version, accent }) => {
  const coats =
    version > 1 ? (['#DFC99B', '#DFC99B', '#DFC99B'] as const) : (['#ECE5D3', '#DFC99B', '#E8D3BA'] as const);
  const [front, base] = [width * 0.66, y + height - 10];
  const step = front / 6;
  for (const [index, coat] of coats.entries())
    pen.rect(x + (index * front) / 3, y + 34, front / 3, base - y - 34).fill(coat);
  pen.rect(x - 3, y + 26, front + 6, 8).fill('#B9B0A0');
  pen.polygon([x - 6, y + 26], [x + front + 6, y + 26], [x + front - 16, y + 4], [x + 16, y + 4]).fill('#B4765A');
  for (let index = 0; index < 12; index++) {
    const [column, row] = [index % 6, Math.floor(index / 6)];
    const [left, top] = [x + column * step + step * 0.3, y + 52 + row * ((base - y - 34) / 2)];
    pen.rect(left - 3, top - 3, step * 0.4 + 6, 52).fill('#B9B0A0');
    pen.rect(left, top, step * 0.4, 46).fillAndStroke('#5C6B6C', '#E9E3D6');
  }
  pen.rect(x, base - 8, front, 8).fill('#B9B0A0');
  const left = x + front + 34;
  ['bone', 'sand', 'shell'].forEach((name, index) => {
    const colour = ['#ECE5D3', '#DFC99B', '#E8D3BA'][index] ?? '#FFFFFF';
    pen
      .rect(left + index * 42, y + 8, 34, 34)
      .lineWidth(0.5)
      .fillAndStroke(colour, faint);
    write(
      pen,
      name,
      { x: left + index * 42, y: y + 46, width: 34 },
      { size: 7, align: 'center', colour: version > 1 && name === 'sand' ? accent : ink },
    );
  });
  pen
    .path(
      `M${left + 10} ${y + 190} l0 -30 l14 0 c4 -14 12 -10 16 -22 l10 0 c2 -10 14 -10 22 -16 l0 -10 l18 0 l0 -16 l-100 0`,
    )
    .lineWidth(1.2)
    .strokeColor(ink)
    .stroke();
  write(pen, 'Cornice, 1:5', { x: left, y: y + 198, width: 120 }, { size: 7, colour: soft });
};

/** The pavilion from the garden and from the east; the variant with a sedum roof in grey. */
export const pavilionSketch: Drawing = (pen, { x, y, width, height }, { accent }) => {
  const views = [
    [0, 0.56],
    [0.62, 0.38],
  ] as const;
  views.forEach(([at, share], view) => {
    const [left, wide, foot] = [x + at * width, share * width, y + height - 26];
    const [eaves, top] = [foot - height * 0.44, foot - height * 0.78];
    pen.lineJoin('round').lineWidth(1.3).strokeColor(ink);
    if (view === 0)
      pen.polygon([left - 6, eaves], [left + wide + 6, eaves], [left + wide - 14, top], [left + 14, top]).stroke();
    else pen.polygon([left - 8, eaves + 4], [left + wide / 2, top], [left + wide + 8, eaves + 4]).stroke();
    pen.save().translate(0, -6).opacity(0.35).strokeColor('#6D7F5A').lineWidth(3);
    if (view === 0)
      pen
        .moveTo(left + 14, top)
        .lineTo(left + wide - 14, top)
        .stroke();
    else
      pen
        .moveTo(left - 8, eaves + 4)
        .lineTo(left + wide / 2, top)
        .lineTo(left + wide + 8, eaves + 4)
        .stroke();
    pen.restore();
    const posts = view === 0 ? 3 : 2;
    for (let index = 0; index < posts; index++)
      pen
        .rect(left + 4 + (index * (wide - 14)) / (posts - 1), eaves, 6, foot - eaves)
        .lineWidth(0.9)
        .strokeColor(ink)
        .stroke();
    if (view === 1)
      for (let line = 0; line < 9; line++)
        pen
          .moveTo(left + 12, eaves + 10 + line * 10)
          .lineTo(left + wide - 12, eaves + 10 + line * 10)
          .lineWidth(0.3)
          .strokeColor(soft)
          .stroke();
    else
      pen
        .rect(left + 16, foot - 22, wide - 32, 6)
        .lineWidth(0.8)
        .strokeColor(accent)
        .stroke();
    pen
      .moveTo(left - 16, foot)
      .lineTo(left + wide + 16, foot)
      .lineWidth(0.7)
      .strokeColor(soft)
      .stroke();
    measure(pen, [left, foot], [left + wide, foot], 8, view === 0 ? '6.00' : '3.00');
  });
};
