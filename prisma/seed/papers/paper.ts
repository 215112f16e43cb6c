import PDFDocument from 'pdfkit';
import { dayOf, formatDay } from '@/lib/format';
import { type DocumentTypeData, type PartData, uploadsOf } from '@/prisma/seed/document-data';
import { drawings } from '@/prisma/seed/papers/drawings/catalogue';
import { barChart } from '@/prisma/seed/papers/drawings/charts';
import { registerFonts } from '@/prisma/seed/papers/fonts';
import { writeFeet, writeLetterhead } from '@/prisma/seed/papers/letterhead';
import type { PaperOrder } from '@/prisma/seed/papers/order';
import { ink, type Pen, sheet, soft, textWidth, write } from '@/prisma/seed/papers/pen';
import { writeTable } from '@/prisma/seed/papers/table';
import { rowOf } from '@/prisma/seed/row-of';
import type { ClientData, ProjectData } from '@/prisma/seed/story';

/** An order with the rows that its document refers to. */
type Paper = PaperOrder & { type: DocumentTypeData; project: ProjectData; client: ClientData };

/** Writes a version of a document as a PDF with the tenant's letterhead. The same order gives the same bytes. */
export async function writePaper(order: PaperOrder): Promise<Uint8Array> {
  const { story, document, version } = order;
  const type = rowOf(story.documentTypes, document.type, 'document type');
  const project = rowOf(story.projects, document.project, 'project');
  const paper: Paper = { ...order, type, project, client: rowOf(story.clients, project.client, 'client') };
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
      Subject: project.name,
      CreationDate: uploadedAt(paper, version),
    },
  });
  const bytes = collect(pen);
  registerFonts(pen);
  writeLetterhead(pen, story.tenant);
  writeTitle(pen, paper);
  for (const part of document.contents) writePart(pen, typeof part === 'string' ? { text: part } : part, paper);
  if (version > 1) writeRevisions(pen, paper);
  if (type.signed) writeSignatures(pen, paper);
  writeFeet(pen, story.tenant, document.title);
  pen.end();
  return bytes;
}

function writeTitle(pen: Pen, paper: Paper): void {
  const { story, document, version, type, project, client } = paper;
  write(
    pen,
    type.name.toUpperCase(),
    { x: sheet.left, y: 122, width: textWidth },
    { font: 'bold', size: 7.4, colour: story.tenant.accent, spacing: 1.1 },
  );
  pen
    .font('serif')
    .fontSize(27)
    .fillColor(ink)
    .text(document.title, sheet.left, 136, { width: textWidth * 0.86, lineGap: -3 });
  const facts = [
    ['Project', project.name],
    ['Client', client.name],
    ['Date', dateOf(paper, version)],
    ['Version', String(version)],
  ] as const;
  const top = pen.y + 14;
  const widths = [0.4, 0.26, 0.22, 0.12];
  let x = sheet.left;
  facts.forEach(([label, value], index) => {
    const width = textWidth * (widths[index] ?? 0.25);
    write(pen, label, { x, y: top, width: width - 8 }, { size: 6.8, colour: soft });
    write(pen, value, { x, y: top + 10, width: width - 8 }, { size: 8.8 });
    x += width;
  });
  pen.x = sheet.left;
  pen.y = top + 46;
}

function writePart(pen: Pen, part: PartData, { story, version }: Paper): void {
  if (version < (part.since ?? 1) || version > (part.until ?? version)) return;
  const { accent } = story.tenant;
  if ('text' in part) flow(pen, part.text, 'serif', 11.4, 3.6);
  else if ('heading' in part) {
    if (pen.y > sheet.bottom - 120) pen.addPage(); // a heading needs room for text below it
    pen.moveDown(0.4);
    flow(pen, part.heading, 'bold', 9.4, 1);
  } else if ('table' in part) writeTable(pen, part.table, accent);
  else {
    const height = part.height ?? 250;
    if (pen.y + height + 26 > sheet.bottom) pen.addPage();
    const frame = { x: sheet.left, y: pen.y, width: textWidth, height };
    pen.save();
    const drawing = 'chart' in part ? barChart(part.chart) : drawings[part.drawing];
    drawing(pen, frame, { version, accent });
    pen.restore();
    pen.x = sheet.left;
    pen.y = frame.y + height + 6;
    flow(pen, part.caption, 'italic', 9, 1, soft);
  }
}

function writeRevisions(pen: Pen, paper: Paper): void {
  const { story, document, version } = paper;
  const uploads = uploadsOf(document).slice(0, version);
  writePart(pen, { heading: 'Revisions' }, paper);
  const rows = uploads.map(({ by, change }, index) => [
    String(index + 1),
    dateOf(paper, index + 1),
    rowOf(story.people, by, 'person').name,
    change ?? 'First version',
  ]);
  writeTable(pen, [['No.', 'Date', 'By', 'Change'], ...rows], story.tenant.accent);
}

function writeSignatures(pen: Pen, { story, project, client }: Paper): void {
  if (pen.y > sheet.bottom - 90) pen.addPage();
  const top = Math.max(pen.y + 44, sheet.bottom - 130);
  const half = (textWidth - 40) / 2;
  [
    [rowOf(story.people, story.admin, 'person').name, story.tenant.name],
    [rowOf(story.people, project.contact, 'person').name, client.name],
  ].forEach(([name = '', party = ''], index) => {
    const x = sheet.left + index * (half + 40);
    pen
      .moveTo(x, top)
      .lineTo(x + half, top)
      .lineWidth(0.5)
      .strokeColor(soft)
      .stroke();
    write(pen, name, { x, y: top + 6, width: half }, { size: 8.6 });
    write(pen, party, { x, y: top + 18, width: half }, { size: 7.4, colour: soft });
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
    .text(text, sheet.left, pen.y, { width: textWidth * (font === 'serif' ? 0.9 : 1), lineGap });
  pen.moveDown(0.7);
}

function uploadedAt({ document, clock }: Paper, version: number): Date {
  const upload = uploadsOf(document)[version - 1];
  if (!upload) throw new RangeError(`"${document.title}" has no version ${version}`);
  return clock.at(upload.at);
}

function dateOf(paper: Paper, version: number): string {
  return formatDay(dayOf(uploadedAt(paper, version), paper.story.tenant.timeZone), 'en', 'long');
}

function collect(pen: Pen): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    pen.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pen.on('error', reject);
    pen.on('end', () => resolve(Buffer.concat(chunks)));
  });
}
