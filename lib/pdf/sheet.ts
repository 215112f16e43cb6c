import PDFDocument from 'pdfkit';
import { openFonts } from '@/lib/pdf/fonts';
import { infoText } from '@/lib/pdf/metadata';
import type { Line } from '@/lib/pdf/text';
import { type TextSetter, textSetter } from '@/lib/pdf/text';

export type Pen = PDFKit.PDFDocument;

/** Millimetres in points. */
export const mm = (length: number) => (length * 72) / 25.4;

/** An A4 page with the margins of DIN 5008. */
export const page = { width: mm(210), height: mm(297), left: mm(25), right: mm(190), top: mm(24), bottom: mm(268) };
export const pageWidth = page.right - page.left;

export const inks = { ink: '#1c1a17', soft: '#5c564d', line: '#d9d3c8', warning: '#b3261e' } as const;

/** A document being drawn: the pen of pdfkit, the text setter for its fonts, the root of its tags. */
export type Sheet = { pen: Pen; set: TextSetter; root: PDFKit.PDFStructureElement };

type SheetOptions = { title: string; author: string; lang: string; madeAt: Date };

/**
 * Starts a PDF/A-3b document with tags and embedded fonts. Its bytes depend on what is drawn and on the options only: the
 * dates inside it are `madeAt`.
 */
export async function openSheet({ title, author, lang, madeAt }: SheetOptions): Promise<Sheet> {
  const families = await openFonts();
  const pen = new PDFDocument({
    size: 'A4',
    pdfVersion: '1.7',
    subset: 'PDF/A-3b',
    tagged: true,
    lang,
    displayTitle: true,
    bufferPages: true,
    margin: 0, // the frame is ours: pdfkit must not begin a page by itself
    // Its default is a standard font, which cannot be embedded.
    font: families[0]?.regular.font as unknown as string,
    info: {
      ...{ Title: infoText(title), Author: infoText(author), Producer: 'Oriel', Creator: 'Oriel' },
      CreationDate: madeAt,
    },
  });
  for (const { regular, bold } of families)
    for (const { name, font } of [regular, bold]) pen.registerFont(name, font as unknown as Buffer);
  const root = pen.struct('Document');
  pen.addStructure(root);
  return { pen, set: textSetter(families), root };
}

/** Ends the document and returns its bytes. */
export function closeSheet({ pen, root }: Sheet): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    pen.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pen.on('error', reject);
    pen.on('end', () => resolve(Buffer.concat(chunks)));
    root.end();
    pen.end();
  });
}

export type Place = { x: number; baseline: number; size: number; colour?: string; align?: 'start' | 'end' };

/** Draws one line; with `align: 'end'` x is its right edge. */
export function drawLine({ pen }: Sheet, line: Line, { x, baseline, size, colour = inks.ink, align }: Place): void {
  let left = align === 'end' ? x - line.width : x;
  pen.fontSize(size).fillColor(colour);
  for (const { face, text, backwards, width } of line.runs) {
    pen.font(face.name);
    // With features, even none, pdfkit lays a run out whole: word by word it would put those of a backwards run the wrong way.
    const features = backwards ? { features: [] } : {};
    pen.text(text, left, baseline, { lineBreak: false, baseline: 'alphabetic', ...features });
    left += width;
  }
}

/** Draws lines below one another and returns the height that they take. `top` is the upper edge of the first. */
export function drawLines(
  sheet: Sheet,
  lines: readonly Line[],
  place: Omit<Place, 'baseline'> & { top: number },
): number {
  const leading = leadingOf(place.size);
  for (const [at, line] of lines.entries())
    drawLine(sheet, line, { ...place, baseline: place.top + at * leading + ascentOf(place.size) });
  return lines.length * leading;
}

/** From one baseline to the next. */
export function leadingOf(size: number): number {
  return size * 1.38;
}

/** From the upper edge of a line to its baseline. */
export function ascentOf(size: number): number {
  return size * 1.04;
}

/** Draws what is no content: lines, repeated heads, page numbers. A screen reader passes over it. */
export function drawArtifact({ pen }: Sheet, type: 'Pagination' | 'Layout', draw: () => void): void {
  pen.markContent('Artifact', { type });
  draw();
  pen.endMarkedContent();
}

/** Draws content under a tag of its own: `H1`, `P`, `TD`. */
export function drawTagged(sheet: Sheet, tag: string, draw: () => void, parent = sheet.root): void {
  parent.add(sheet.pen.struct(tag, {}, [draw]));
}
