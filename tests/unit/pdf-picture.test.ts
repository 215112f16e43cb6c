import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import { afterAll, expect, it, vi } from 'vitest';
import type { PdfAnswer, PdfJob } from '@/lib/storage/pdf-job';
import { firstPageOf } from '@/lib/storage/pdf-picture';
import { jobProcesses } from '@/lib/storage/processes';
import { drawnPdf } from '@/tests/support/files/drawn-pdf';
import { smallPdf } from '@/tests/support/http/upload';

vi.setConfig({ testTimeout: 120_000 }); // each test starts processes
const folder = await mkdtemp(join(tmpdir(), 'oriel-pdf-'));
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(name: string, bytes: Uint8Array | string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

/** A PDF that pdfkit encrypts: it opens with the password only. */
function encryptedPdf(): Promise<Buffer> {
  return new Promise((resolve) => {
    const pdf = new PDFDocument({ userPassword: 'secret' });
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.text('Nobody may read this').end();
  });
}

/** A page that draws ten forms, each of which draws ten others, nine levels deep: a billion lines of a small file. */
function endlessPdf(): string {
  const levels = 9;
  const form = (level: number) => {
    const body = level === levels ? '0 0 m 9 9 l S ' : `/F${level + 1} Do `.repeat(10);
    const next = level === levels ? '' : `/Resources<</XObject<</F${level + 1} ${level + 11} 0 R>>>>`;
    return `${level + 10} 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 99 99]${next}/Length ${body.length}>>stream\n${body}\nendstream endobj\n`;
  };
  const forms = Array.from({ length: levels }, (_, index) => form(index + 1)).join('');
  return `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Resources<</XObject<</F1 11 0 R>>>>/Contents 4 0 R>>endobj
4 0 obj<</Length 6>>stream\n/F1 Do\nendstream endobj\n${forms}trailer<</Root 1 0 R>>\n%%EOF\n`;
}

it('the first page is drawn, black on white, its longer side 1600 pixels', async () => {
  const picture = await firstPageOf(await fileOf('plan.pdf', await drawnPdf('Plan', 3)), 'operator');
  expect(picture).toMatchObject({ width: 1131, height: 1600, contentType: 'image/webp' });
  const { data, info } = await sharp(picture?.bytes).raw().toBuffer({ resolveWithObject: true });
  expect(info).toMatchObject({ format: 'raw', width: 1131, height: 1600 });
  const reds = data.filter((_, at) => at % info.channels === 0);
  expect(reds.filter((red) => red > 250).length).toBeGreaterThan(reds.length * 0.9);
  expect(reds.filter((red) => red < 80).length).toBeGreaterThan(500);
});

it.each([
  ['is encrypted', async () => fileOf('encrypted.pdf', await encryptedPdf())],
  ['is broken', () => fileOf('broken.pdf', '%PDF-1.4 and nothing else')],
  ['has no pages', () => fileOf('empty.pdf', smallPdf())],
  ['is not there', async () => join(folder, 'none.pdf')],
])('a file that %s has no picture', async (_, file) => {
  expect(await firstPageOf(await file(), 'operator')).toBeNull();
});

it('a file that takes too long or too much memory has none, and the next one is drawn', async () => {
  const run = jobProcesses<PdfJob, PdfAnswer>({
    script: 'lib/storage/pdf-process.mjs',
    killed: { kind: 'none', error: 'killed' },
    mostMilliseconds: 60_000,
    idleMilliseconds: 20,
  });
  const job = { longest: 400, mostCpuMilliseconds: 30_000, mostBytes: 2 ** 31 };
  const endless = await fileOf('endless.pdf', endlessPdf());
  const good = await fileOf('good.pdf', await drawnPdf('Good'));
  expect(await run({ ...job, path: endless, mostCpuMilliseconds: 1_500 })).toEqual({ kind: 'none', error: 'killed' });
  expect(await run({ ...job, path: endless, mostBytes: 2 ** 20 })).toEqual({ kind: 'none', error: 'killed' });
  expect(await run({ ...job, path: good })).toMatchObject({ kind: 'picture', height: 400 });
});
