import { createTranslator } from 'next-intl';
import { catalogues } from '@/lib/i18n/catalogues';
import { groupedIban } from '@/lib/iban';
import type { Letter, Sender } from '@/lib/pdf/letter-data';
import { linesIn } from '@/lib/pdf/letters';
import { drawArtifact, drawLine, drawLines, inks, leadingOf, mm, page, pageWidth, type Sheet } from '@/lib/pdf/sheet';
import type { Line } from '@/lib/pdf/text';

const size = 7;
const mostLines = 12; // of the business's own text, so that a page keeps room for the document
const lowest = page.height - mm(9);
const gap = 14;

/** The foot of every page: the business's own text, and below it who it is in three columns. */
type Foot = { own: Line[]; columns: Line[][]; height: number };

export function footOf(sheet: Sheet, sender: Sender): Foot {
  const width = (pageWidth - 2 * gap) / 3;
  const texts = [
    [sender.name, ...linesIn(sender.address)],
    [sender.phone, sender.email, sender.website],
    [sender.taxNumber, sender.iban && groupedIban(sender.iban), sender.bic],
  ];
  const columns = texts.map((lines) =>
    lines.filter((line) => line).flatMap((line) => sheet.set(line ?? '', { size }, width)),
  );
  const own = sender.footer?.trim() ? sheet.set(sender.footer.trim(), { size }, pageWidth).slice(0, mostLines) : [];
  const rows = own.length + Math.max(...columns.map((lines) => lines.length));
  return { own, columns, height: rows * leadingOf(size) + (own.length > 0 ? 4 : 0) + leadingOf(size) + 8 };
}

/** Where the content of a page ends. */
export function bottomAbove({ height }: Foot): number {
  return Math.min(page.bottom, lowest - height - 10);
}

/** Draws on every page, once all are there: foot, page number, the title from the second page on, and the mark of a void one. */
export function drawFeet(letter: Letter): void {
  const { sheet, sender, locale } = letter;
  const foot = footOf(sheet, sender);
  const { pen } = sheet;
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'printed' });
  const { start, count } = pen.bufferedPageRange();
  const title = `${sender.name} · ${letter.title}`;
  for (let at = 0; at < count; at++) {
    pen.switchToPage(start + at);
    drawMark(letter);
    drawArtifact(sheet, 'Pagination', () => {
      if (at > 0) {
        const line = sheet.set(title, { size: 8 }, pageWidth)[0];
        if (line) drawLine(sheet, line, { x: page.left, baseline: mm(15), size: 8, colour: inks.soft });
      }
      drawFoot(sheet, foot);
      const number = sheet.set(t('page', { page: at + 1, pages: count }), { size })[0];
      if (number) drawLine(sheet, number, { x: page.right, baseline: lowest, size, colour: inks.soft, align: 'end' });
    });
  }
}

function drawFoot(sheet: Sheet, { own, columns, height }: Foot): void {
  const top = lowest - height;
  const place = { size, colour: inks.soft };
  sheet.pen.moveTo(page.left, top).lineTo(page.right, top).lineWidth(0.4).strokeColor(inks.line).stroke();
  const used = drawLines(sheet, own, { ...place, x: page.left, top: top + 5 });
  const below = top + 5 + used + (own.length > 0 ? 4 : 0);
  for (const [at, lines] of columns.entries()) {
    const x = page.left + at * ((pageWidth - 2 * gap) / 3 + gap);
    drawLines(sheet, lines, { ...place, x, top: below });
  }
}

/** Writes “Void” or “Draft” across the page, so that no single page passes for a bill to be paid. */
function drawMark({ sheet, mark }: Letter): void {
  if (mark === null) return;
  const { pen } = sheet;
  const size = 110;
  const line = sheet.set(mark.toUpperCase(), { size, weight: 'bold' })[0];
  if (!line) return;
  const [x, y] = [page.width / 2, page.height / 2];
  drawArtifact(sheet, 'Layout', () => {
    pen
      .save()
      .rotate(-40, { origin: [x, y] })
      .opacity(0.1);
    drawLine(sheet, line, { x: x - line.width / 2, baseline: y + size / 3, size, colour: inks.warning });
    pen.restore();
  });
}
