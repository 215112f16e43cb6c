import { faint, type Pen, sheet, soft, textWidth, write } from '@/prisma/seed/papers/pen';
import type { TenantData } from '@/prisma/seed/story';

/** Writes the head of the first page: logo and name of the tenant on the left, its address on the right. */
export function writeLetterhead(pen: Pen, tenant: TenantData): void {
  drawLogo(pen, tenant.slug, tenant.accent, sheet.left, 46);
  write(pen, tenant.name, { x: sheet.left + 36, y: 49, width: 240 }, { font: 'serif', size: 17 });
  const lines = [...tenant.address.split(', '), tenant.phone, tenant.email];
  const half = Math.ceil(lines.length / 2);
  for (const [index, some] of [lines.slice(0, half), lines.slice(half)].entries())
    write(pen, some.join('\n'), { x: 318 + index * 112, y: 48, width: 104 }, { size: 7, colour: soft, align: 'right' });
  pen.moveTo(sheet.left, 92).lineTo(sheet.right, 92).lineWidth(0.8).strokeColor(tenant.accent).stroke();
}

/** Writes the heads and feet of all pages, once the number of pages is known. */
export function writeFeet(pen: Pen, tenant: TenantData, title: string): void {
  const { count } = pen.bufferedPageRange();
  const site = tenant.website.replace('https://', '');
  for (let page = 0; page < count; page++) {
    pen.switchToPage(page);
    pen.page.margins.bottom = 0; // pdfkit begins a new page for text below the margin
    if (page > 0)
      write(pen, title, { x: sheet.left, y: 46, width: textWidth }, { font: 'italic', size: 9, colour: soft });
    pen.moveTo(sheet.left, 792).lineTo(sheet.right, 792).lineWidth(0.4).strokeColor(faint).stroke();
    const foot = `${tenant.name} · ${site} · ${tenant.taxNumber}`;
    write(pen, foot, { x: sheet.left, y: 799, width: 360 }, { size: 6.8, colour: soft });
    const number = `${page + 1} / ${count}`;
    write(pen, number, { x: sheet.right - 90, y: 799, width: 90 }, { size: 6.8, colour: soft, align: 'right' });
  }
}

/** The logo: a pine above a wave, or the wings of a kestrel. */
function drawLogo(pen: Pen, slug: string, accent: string, x: number, y: number): void {
  pen.save().translate(x, y).lineWidth(1.5).strokeColor(accent).lineJoin('round').lineCap('round');
  if (slug === 'kestrel') {
    pen.path('M2 14 C8 4 12 5 14 13 C16 5 20 4 26 14 C20 11 17 13 14 20 C11 13 8 11 2 14 Z').fill(accent);
  } else {
    pen.path('M13 0 L6 9 L10 9 L3 17 L23 17 L16 9 L20 9 Z').stroke();
    pen.path('M1 23 C5 19 8 27 13 23 C18 19 21 27 25 23').stroke();
  }
  pen.restore();
}
