import PDFDocument from 'pdfkit';
import { dayOf, formatDay } from '@/lib/format';
import { registerFonts } from '@/prisma/seed/papers/fonts';
import type { PaperOrder } from '@/prisma/seed/papers/order';
import { column, ink, type Pen, sheet, soft, write, writeFeet, writeLetterhead } from '@/prisma/seed/papers/page';
import { writeTable } from '@/prisma/seed/papers/table';
import { type PartStory, uploadsOf } from '@/prisma/seed/story';

/** A version of a document as a PDF on the business's paper. The same order gives the same bytes. */
export async function writePaper(order: PaperOrder): Promise<Uint8Array> {
  const { story, document, version } = order;
  const pen = new PDFDocument({
    size: 'A4',
    bufferPages: true,
    lang: 'en',
    displayTitle: true,
    margins: {
      top: sheet.top,
      bottom: sheet.height - sheet.bottom,
      left: sheet.left,
      right: sheet.width - sheet.right,
    },
    info: {
      Title: document.title,
      Author: story.tenant.name,
      Subject: document.project.name,
      CreationDate: uploadedAt(order, version),
    },
  });
  const bytes = collect(pen);
  registerFonts(pen);
  writeLetterhead(pen, story);
  writeTitle(pen, order);
  for (const part of document.contents) writePart(pen, typeof part === 'string' ? { text: part } : part, order);
  if (version > 1) writeRevisions(pen, order);
  if (document.type.signed) writeSignatures(pen, order);
  writeFeet(pen, story, document.title);
  pen.end();
  return bytes;
}

function writeTitle(pen: Pen, order: PaperOrder): void {
  const { story, document, version } = order;
  write(
    pen,
    document.type.name.toUpperCase(),
    { x: sheet.left, y: 122, width: column },
    { font: 'bold', size: 7.4, colour: story.tenant.accent, spacing: 1.1 },
  );
  pen
    .font('serif')
    .fontSize(27)
    .fillColor(ink)
    .text(document.title, sheet.left, 136, { width: column * 0.86, lineGap: -3 });
  const facts = [
    ['Project', document.project.name],
    ['Client', document.project.client.name],
    ['Date', dateOf(order, version)],
    ['Version', String(version)],
  ] as const;
  const top = pen.y + 14;
  const widths = [0.4, 0.26, 0.22, 0.12];
  let x = sheet.left;
  facts.forEach(([label, value], index) => {
    const width = column * (widths[index] ?? 0.25);
    write(pen, label, { x, y: top, width: width - 8 }, { size: 6.8, colour: soft });
    write(pen, value, { x, y: top + 10, width: width - 8 }, { size: 8.8 });
    x += width;
  });
  pen.x = sheet.left;
  pen.y = top + 46;
}

function writePart(pen: Pen, part: PartStory, { story, version }: PaperOrder): void {
  if (version < (part.since ?? 1) || version > (part.until ?? version)) return;
  const { accent } = story.tenant;
  if ('text' in part) flow(pen, part.text, 'serif', 11.4, 3.6);
  else if ('heading' in part) {
    if (pen.y > sheet.bottom - 120) pen.addPage(); // not alone at the foot of a page
    pen.moveDown(0.4);
    flow(pen, part.heading, 'bold', 9.4, 1);
  } else if ('table' in part) writeTable(pen, part.table, accent);
  else {
    const height = part.height ?? 250;
    if (pen.y + height + 26 > sheet.bottom) pen.addPage();
    const frame = { x: sheet.left, y: pen.y, width: column, height };
    pen.save();
    part.drawing(pen, frame, { version, accent });
    pen.restore();
    pen.x = sheet.left;
    pen.y = frame.y + height + 6;
    flow(pen, part.caption, 'italic', 9, 1, soft);
  }
}

function writeRevisions(pen: Pen, order: PaperOrder): void {
  const uploads = uploadsOf(order.document).slice(0, order.version);
  writePart(pen, { heading: 'Revisions' }, order);
  const rows = uploads.map(({ by, change }, index) => [
    String(index + 1),
    dateOf(order, index + 1),
    by.name,
    change ?? 'First version',
  ]);
  writeTable(pen, [['No.', 'Date', 'By', 'Change'], ...rows], order.story.tenant.accent);
}

function writeSignatures(pen: Pen, { story, document }: PaperOrder): void {
  if (pen.y > sheet.bottom - 90) pen.addPage();
  const top = Math.max(pen.y + 44, sheet.bottom - 130);
  const half = (column - 40) / 2;
  [
    [story.admin.name, story.tenant.name],
    [document.project.contact.name, document.project.client.name],
  ].forEach(([name = '', firm = ''], index) => {
    const x = sheet.left + index * (half + 40);
    pen
      .moveTo(x, top)
      .lineTo(x + half, top)
      .lineWidth(0.5)
      .strokeColor(soft)
      .stroke();
    write(pen, name, { x, y: top + 6, width: half }, { size: 8.6 });
    write(pen, firm, { x, y: top + 18, width: half }, { size: 7.4, colour: soft });
  });
}

function flow(
  pen: Pen,
  text: string,
  font: 'serif' | 'bold' | 'italic',
  size: number,
  lineGap: number,
  colour = ink,
): void {
  pen
    .font(font)
    .fontSize(size)
    .fillColor(colour)
    .text(text, sheet.left, pen.y, { width: column * (font === 'serif' ? 0.9 : 1), lineGap });
  pen.moveDown(0.7);
}

function uploadedAt({ document, clock }: PaperOrder, version: number): Date {
  const upload = uploadsOf(document)[version - 1];
  if (!upload) throw new RangeError(`"${document.title}" has no version ${version}`);
  return clock.at(upload.at);
}

function dateOf(order: PaperOrder, version: number): string {
  return formatDay(dayOf(uploadedAt(order, version), order.story.tenant.timeZone), 'en', 'long');
}

function collect(pen: Pen): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    pen.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pen.on('error', reject);
    pen.on('end', () => resolve(Buffer.concat(chunks)));
  });
}
