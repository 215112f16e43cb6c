import type { FontName } from '@/prisma/seed/papers/fonts';

/** A4 and the margins of its text. All lengths in this folder are points, 72 to the inch. */
export const sheet = { width: 595, height: 842, left: 62, right: 533, top: 84, bottom: 762 };
export const textWidth = sheet.right - sheet.left;

export const ink = '#23262A';
export const soft = '#6B6F75';
export const faint = '#D8D5CE';

/** The PDF document as the object that draws on its current page. */
export type Pen = PDFKit.PDFDocument;

/** A rectangle on a page. */
export type Frame = { x: number; y: number; width: number; height: number };

/** Writes text at a position and leaves the pen's own position as it was. */
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
