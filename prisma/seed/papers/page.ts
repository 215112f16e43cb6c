import type { FontName } from '@/prisma/seed/papers/fonts';
import type { BusinessStory } from '@/prisma/seed/story';

/** All measures are points, 72 to the inch; A4 is 595 by 842 of them. */
export const sheet = { width: 595, height: 842, left: 62, right: 533, top: 84, bottom: 762 };
export const column = sheet.right - sheet.left;

export const ink = '#23262A';
export const soft = '#6B6F75';
export const faint = '#D8D5CE';

/** What everything on a page is drawn with. */
export type Pen = PDFKit.PDFDocument;

/** A rectangle on a page. */
export type Frame = { x: number; y: number; width: number; height: number };

/** One line or a few of text at a place; the pen's own flow is left alone. */
export function write(
  pen: Pen,
  text: string,
  { x, y, width = 200 }: { x: number; y: number; width?: number },
  { font = 'sans', size = 8, colour = ink, align = 'left', spacing = 0 }: Style = {},
): void {
  const [oldX, oldY] = [pen.x, pen.y];
  pen
    .font(font satisfies FontName)
    .fontSize(size)
    .fillColor(colour);
  pen.text(text, x, y, { width, align, characterSpacing: spacing, lineBreak: width > 0 });
  pen.x = oldX;
  pen.y = oldY;
}

type Style = { font?: FontName; size?: number; colour?: string; align?: 'left' | 'center' | 'right'; spacing?: number };

/** The head of the first page: the business's sign and name on the left, where it is found on the right. */
export function writeLetterhead(pen: Pen, { tenant }: BusinessStory): void {
  drawSign(pen, tenant.slug, tenant.accent, sheet.left, 46);
  write(pen, tenant.name, { x: sheet.left + 36, y: 49, width: 240 }, { font: 'serif', size: 17 });
  const lines = [...tenant.address.split(', '), tenant.phone, tenant.email];
  const half = Math.ceil(lines.length / 2);
  for (const [index, some] of [lines.slice(0, half), lines.slice(half)].entries())
    write(pen, some.join('\n'), { x: 318 + index * 112, y: 48, width: 104 }, { size: 7, colour: soft, align: 'right' });
  pen.moveTo(sheet.left, 92).lineTo(sheet.right, 92).lineWidth(0.8).strokeColor(tenant.accent).stroke();
}

/** Running heads and feet, once it is known how many pages there are. */
export function writeFeet(pen: Pen, { tenant }: BusinessStory, title: string): void {
  const { count } = pen.bufferedPageRange();
  const site = tenant.website.replace('https://', '');
  for (let page = 0; page < count; page++) {
    pen.switchToPage(page);
    pen.page.margins.bottom = 0; // else pdfkit begins a new page for what stands below the text
    if (page > 0) write(pen, title, { x: sheet.left, y: 46, width: column }, { font: 'italic', size: 9, colour: soft });
    pen.moveTo(sheet.left, 792).lineTo(sheet.right, 792).lineWidth(0.4).strokeColor(faint).stroke();
    const foot = `${tenant.name} · ${site} · ${tenant.taxNumber}`;
    write(pen, foot, { x: sheet.left, y: 799, width: 360 }, { size: 6.8, colour: soft });
    const number = `${page + 1} / ${count}`;
    write(pen, number, { x: sheet.right - 90, y: 799, width: 90 }, { size: 6.8, colour: soft, align: 'right' });
  }
}

/** A wave below a pine, or the wings of a kestrel. */
function drawSign(pen: Pen, slug: string, accent: string, x: number, y: number): void {
  pen.save().translate(x, y).lineWidth(1.5).strokeColor(accent).lineJoin('round').lineCap('round');
  if (slug === 'kestrel') {
    pen.path('M2 14 C8 4 12 5 14 13 C16 5 20 4 26 14 C20 11 17 13 14 20 C11 13 8 11 2 14 Z').fill(accent);
  } else {
    pen.path('M13 0 L6 9 L10 9 L3 17 L23 17 L16 9 L20 9 Z').stroke();
    pen.path('M1 23 C5 19 8 27 13 23 C18 19 21 27 25 23').stroke();
  }
  pen.restore();
}
