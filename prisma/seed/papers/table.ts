import { faint, ink, type Pen, sheet, soft, textWidth, write } from '@/prisma/seed/papers/pen';

const padding = 5;
const isAmount = (text: string) =>
  /^[-−–]?[\d.,]+( ?(EUR|USD|€|%|m²|m|cm|MPa|h⁻¹|mm|days))?$/.test(text) || /^\$[\d.,]+$/.test(text);

/** Writes a table; its first row is the head. Columns of amounts are aligned right, a row that begins with "Total" is bold. */
export function writeTable(pen: Pen, rows: readonly (readonly string[])[], accent: string): void {
  const [head = [], ...body] = rows;
  const widths = columnWidths(pen, rows);
  const right = head.map(
    (_, index) => body.length > 0 && body.every((row) => row[index] === '' || isAmount(row[index] ?? '')),
  );
  rows.forEach((row, index) => {
    const isHead = index === 0;
    const isTotal = /^Total/.test(row[0] ?? '');
    const font = isHead || isTotal ? 'bold' : 'sans';
    const size = isHead ? 7.2 : 8.6;
    pen.font(font).fontSize(size);
    const height =
      Math.max(...row.map((cell, at) => pen.heightOfString(cell, { width: (widths[at] ?? 60) - padding }))) +
      2 * padding;
    if (pen.y + height > sheet.bottom) pen.addPage();
    const top = pen.y;
    let x = sheet.left;
    row.forEach((cell, at) => {
      const width = widths[at] ?? 60;
      const place = { x: x + (at === 0 ? 0 : padding), y: top + padding, width: width - padding };
      write(pen, cell, place, { font, size, colour: isHead ? soft : ink, align: right[at] ? 'right' : 'left' });
      x += width;
    });
    const line = isHead ? accent : faint;
    pen
      .moveTo(sheet.left, top + height)
      .lineTo(sheet.right, top + height)
      .lineWidth(isHead ? 0.8 : 0.4)
      .strokeColor(line)
      .stroke();
    pen.x = sheet.left;
    pen.y = top + height;
  });
  pen.moveDown(0.9);
}

function columnWidths(pen: Pen, rows: readonly (readonly string[])[]): number[] {
  pen.font('bold').fontSize(8.6);
  const columns = rows[0]?.length ?? 0;
  const needs = Array.from({ length: columns }, (_, at) =>
    Math.min(260, Math.max(34, ...rows.map((row) => pen.widthOfString(row[at] ?? '') + 3 * padding))),
  );
  const sum = needs.reduce((total, need) => total + need, 0);
  const spare = textWidth - sum;
  const widest = needs.indexOf(Math.max(...needs));
  return needs.map((need, at) => (spare < 0 ? (need * textWidth) / sum : at === widest ? need + spare : need));
}
