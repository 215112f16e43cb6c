import { createTranslator } from 'next-intl';
import { catalogues } from '@/lib/i18n/catalogues';
import { keepTogether } from '@/lib/pdf/flow';
import type { Letter } from '@/lib/pdf/letter-data';
import { drawQrCode } from '@/lib/pdf/qr';
import { drawLines, drawTagged, inks, leadingOf, mm, page, pageWidth } from '@/lib/pdf/sheet';

/** Draws the address at which the document can be checked, as a link and as a QR code. */
export function drawVerification({ sheet, flow, locale }: Letter, verifyUrl: string): void {
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'printed.verify' });
  const side = mm(16);
  keepTogether(flow, side + 4);
  const [x, top] = [page.left + side + 10, flow.y + 2];
  drawQrCode(sheet, verifyUrl, { x: page.left, y: top, size: side, alt: t('alt') });
  const text = sheet.set(t('text'), { size: 8 }, pageWidth - side - 10);
  drawTagged(sheet, 'P', () => drawLines(sheet, text, { x, top: top + 4, size: 8, colour: inks.soft }));
  const link = sheet.set(verifyUrl, { size: 8 }, pageWidth - side - 10);
  const below = top + 4 + text.length * leadingOf(8) + 2;
  drawTagged(sheet, 'P', () => drawLines(sheet, link, { x, top: below, size: 8 }));
  const width = Math.max(0, ...link.map((line) => line.width));
  sheet.pen.link(x, below, width, link.length * leadingOf(8), verifyUrl);
  flow.y = top + side + 8;
}
