import { createTranslator } from 'next-intl';
import { catalogues } from '@/lib/i18n/catalogues';
import { log } from '@/lib/log';
import type { Letter } from '@/lib/pdf/letter-data';
import { linesIn } from '@/lib/pdf/letters';
import {
  ascentOf,
  drawArtifact,
  drawLine,
  drawLines,
  drawTagged,
  inks,
  leadingOf,
  mm,
  page,
  pageWidth,
} from '@/lib/pdf/sheet';

/** The window of an envelope by DIN 5008, form B: 85 × 45 mm, 20 mm from the left edge, 45 mm from the upper one. */
const window = { x: mm(25), width: mm(75), sender: mm(57), address: mm(62.7), bottom: mm(90) };
const facts = { x: mm(118), top: mm(52), width: mm(72) };
const logoBox = { width: mm(60), height: mm(20), top: mm(16) };
const titleTop = mm(98);

/** Draws the first page down to the title: colour, logo, sender and recipient for the window, facts, title. */
export function drawHead(letter: Letter): void {
  drawBand(letter);
  drawSender(letter);
  const address = drawAddress(letter);
  const beside = drawFacts(letter);
  letter.flow.y = Math.max(titleTop, address + 14, beside + 14);
  drawTitle(letter);
}

function drawBand({ sheet, accent }: Letter): void {
  drawArtifact(sheet, 'Layout', () => {
    sheet.pen.rect(0, 0, page.width, mm(2.2)).fill(accent.text);
    // Where to fold for the window, and the middle, where to punch.
    for (const y of [mm(105), mm(148.5), mm(210)])
      sheet.pen.moveTo(mm(5), y).lineTo(mm(9), y).lineWidth(0.4).strokeColor(inks.line).stroke();
  });
}

/** The logo, or the name in its place. A file that is no picture costs the logo and not the document. */
function drawSender({ sheet, sender, logo, locale, accent }: Letter): void {
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'printed' });
  const { pen } = sheet;
  try {
    if (logo) {
      // pdfkit opens pictures by Buffer; its types do not name the function that does.
      const picture = (pen as unknown as { openImage(bytes: Buffer): { width: number; height: number } }).openImage(
        Buffer.from(logo),
      );
      const scale = Math.min(logoBox.width / picture.width, logoBox.height / picture.height);
      const [width, height] = [picture.width * scale, picture.height * scale];
      const box = [page.left, logoBox.top, page.left + width, logoBox.top + height];
      const draw = () => void pen.image(picture as unknown as Buffer, page.left, logoBox.top, { width, height });
      const figure = { alt: t('logoAlt', { name: sender.name }), bbox: box, placement: 'Block' };
      sheet.root.add(pen.struct('Figure', figure, [draw]));
      return;
    }
  } catch (error) {
    log().warn({ err: error }, 'pdf: a logo was left out');
  }
  const style = { size: 17, weight: 'bold' } as const;
  drawTagged(sheet, 'P', () =>
    drawLines(sheet, sheet.set(sender.name, style, pageWidth).slice(0, 2), {
      x: page.left,
      top: logoBox.top,
      size: style.size,
      colour: accent.text,
    }),
  );
}

/** Returns the lower edge of the address. */
function drawAddress({ sheet, sender, recipient }: Letter): number {
  const from = [sender.name, ...linesIn(sender.address)].join(' · ');
  const small = [7, 6.5, 6, 5.5, 5].find((size) => sheet.set(from, { size }, window.width).length === 1) ?? 5;
  const senders = sheet.set(from, { size: small }, window.width).slice(0, 2);
  const above = window.sender - ascentOf(small) - (senders.length - 1) * leadingOf(small);
  drawTagged(sheet, 'P', () => drawLines(sheet, senders, { x: window.x, top: above, size: small, colour: inks.soft }));
  drawArtifact(sheet, 'Layout', () =>
    sheet.pen
      .moveTo(window.x, window.sender + 2.5)
      .lineTo(window.x + window.width, window.sender + 2.5)
      .lineWidth(0.4)
      .strokeColor(inks.line)
      .stroke(),
  );
  const text = [recipient.name, ...linesIn(recipient.address)].join('\n');
  // A long address gets smaller letters, so that the envelope shows all of it.
  const size = [10, 9, 8, 7].find((size) => fits(sheet.set(text, { size }, window.width).length, size)) ?? 7;
  const lines = sheet.set(text, { size }, window.width);
  drawTagged(sheet, 'P', () => drawLines(sheet, lines, { x: window.x, top: window.address, size }));
  return window.address + lines.length * leadingOf(size);
}

function fits(lines: number, size: number): boolean {
  return window.address + lines * leadingOf(size) <= window.bottom;
}

/** Returns the lower edge of the facts. */
function drawFacts({ sheet, facts: rows }: Letter): number {
  const size = 9;
  const labelWidth = mm(29);
  let { top } = facts;
  for (const [label, value] of rows) {
    const labels = sheet.set(label, { size: 8 }, labelWidth - 6);
    const values = sheet.set(value, { size }, facts.width - labelWidth);
    drawTagged(sheet, 'P', () => {
      drawLines(sheet, labels, { x: facts.x, top: top + 0.6, size: 8, colour: inks.soft });
      drawLines(sheet, values, { x: facts.x + labelWidth, top, size });
    });
    top += Math.max(values.length, labels.length) * leadingOf(size) + 2;
  }
  return top;
}

function drawTitle({ sheet, flow, title, mark, stamped }: Letter): void {
  const size = 18;
  const lines = sheet.set(title, { size, weight: 'bold' }, pageWidth - 110);
  drawTagged(sheet, 'H1', () => drawLines(sheet, lines, { x: page.left, top: flow.y, size }));
  const stamp = stamped && mark !== null ? sheet.set(mark.toUpperCase(), { size: 13, weight: 'bold' })[0] : undefined;
  if (stamp)
    drawTagged(sheet, 'P', () =>
      drawLine(sheet, stamp, { x: page.right, baseline: flow.y + 18, size: 13, colour: inks.warning, align: 'end' }),
    );
  flow.y += lines.length * leadingOf(size) + 8;
}
