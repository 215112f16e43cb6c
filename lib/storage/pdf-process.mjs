// @ts-check
// The process in which the first page of an uploaded PDF is drawn, started by pdf-picture.ts with an empty environment. Plain
// JavaScript, so that it starts in a bundle, in scripts and in tests alike.
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { watch } from './process-limits.mjs';

/** @import { PdfAnswer, PdfJob } from './pdf-job' */

const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

// The parent decides about the end; a signal to the whole group (Ctrl-C) must not fail the uploads that it still finishes.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
// Linux, short of memory, then ends this process and not the portal.
await writeFile('/proc/self/oom_score_adj', '1000').catch(() => undefined);
process.on('message', async (/** @type {PdfJob} */ job) => process.send?.(await answerTo(job)));

/** @param {PdfJob} job @returns {Promise<PdfAnswer>} */
async function answerTo(job) {
  const bytes = await readFile(job.path).catch((error) => String(error));
  if (typeof bytes === 'string') return { kind: 'failed', error: bytes };
  const guard = watch(job);
  try {
    return await firstPage(new Uint8Array(bytes), job.longest);
  } catch (error) {
    return { kind: 'none', error: error instanceof Error ? error.message : String(error) };
  } finally {
    await guard.terminate();
  }
}

/** @param {Uint8Array} data @param {number} longest @returns {Promise<PdfAnswer>} */
async function firstPage(data, longest) {
  const opening = getDocument({
    data,
    verbosity: 0,
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    stopAtErrors: false,
    maxImageSize: 50_000_000, // pixels; larger images stay blank
    canvasMaxAreaInBytes: longest * longest * 4 * 4,
    cMapUrl: join(library, 'cmaps/'),
    standardFontDataUrl: join(library, 'standard_fonts/'),
    wasmUrl: join(library, 'wasm/'),
    iccUrl: join(library, 'iccs/'),
  });
  try {
    const pdf = await opening.promise;
    const page = await pdf.getPage(1);
    const { width, height } = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: longest / Math.max(width, height) });
    const canvas = createCanvas(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)));
    // The library draws on any canvas with the methods of a browser's.
    const target = /** @type {HTMLCanvasElement} */ (/** @type {unknown} */ (canvas));
    await page.render({ canvas: target, viewport }).promise;
    return { kind: 'picture', bytes: await canvas.encode('webp', 82), width: canvas.width, height: canvas.height };
  } finally {
    await opening.destroy();
  }
}
