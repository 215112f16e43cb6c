// @ts-check
// The process in which an uploaded table is read, started by read-table.ts with an empty environment. Plain JavaScript, so that it
// starts in a bundle, in scripts and in tests alike.
import { createWriteStream } from 'node:fs';
import { open, readFile, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { readSheet } from 'read-excel-file/node';
import { fromFdPromise } from 'yauzl';
import { watch } from '../storage/process-limits.mjs';
import { decoded, habitsOf, rowsOf, separatorOf } from './text-table.mjs';

/** @import { Cell, SourceLine, TableAnswer, TableJob, Writing } from './table-job' */

const sampleRows = 5;

/** Bytes of a workbook's parts: a sheet of 100,000 rows with 20 columns has some 100 MB. */
const mostUnpacked = 300_000_000;

// The parent decides about the end; a signal to the whole group (Ctrl-C) must not fail the uploads that it still finishes.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
// Linux, short of memory, then ends this process and not the portal.
await writeFile('/proc/self/oom_score_adj', '1000').catch(() => undefined);
process.on('message', async (/** @type {TableJob} */ job) => process.send?.(await answerTo(job)));

/** @param {TableJob} job @returns {Promise<TableAnswer>} */
async function answerTo(job) {
  const guard = watch(job);
  try {
    const found = job.isWorkbook ? await sheetOf(job) : await textOf(job);
    return 'message' in found ? found : await tableOf(found, job);
  } catch (error) {
    return { kind: 'failed', error: error instanceof Error ? error.message : String(error) };
  } finally {
    await guard.terminate();
  }
}

/** @typedef {{ rows: SourceLine[], writing: Writing }} Found */
/** @typedef {Extract<TableAnswer, { kind: 'refused' }>} Refused */

/** @param {TableJob} job @returns {Promise<Found | Refused>} */
async function textOf({ path, wanted }) {
  const { encoding, text } = decoded(await readFile(path), wanted.encoding);
  const separator = wanted.separator ?? separatorOf(text);
  const read = rowsOf(text, separator);
  if ('refused' in read) return { kind: 'refused', message: read.refused };
  const habits = habitsOf(read.rows.slice(1), separator);
  return { rows: read.rows, writing: { encoding, separator, ...habits, ...given(wanted) } };
}

/** @param {TableJob} job @returns {Promise<Found | Refused>} */
async function sheetOf({ path, wanted }) {
  /** @type {unknown[][]} */
  let sheet;
  try {
    if ((await unpackedSize(path)) > mostUnpacked) return { kind: 'refused', message: { key: 'tableCost' } };
    // Numbers stay the text that the file holds, so that no binary fraction comes in between.
    sheet = await readSheet(path, 1, { parseNumber: (text) => /** @type {any} */ ({ typed: text }), trim: false });
  } catch {
    return { kind: 'refused', message: { key: 'tableWorkbook' } };
  }
  const rows = sheet.map((cells, at) => /** @type {SourceLine} */ ([at + 1, cells.map(cellOf)]));
  const filled = rows.filter(([, cells]) => cells.some((cell) => cell !== null && cell !== ''));
  const habits = habitsOf(filled.slice(1), null);
  return { rows: filled, writing: { encoding: null, separator: null, ...habits, ...given(wanted) } };
}

/** The bytes to which a workbook says that it unpacks; what lies about them meets the limits of the process. @param {string} path */
async function unpackedSize(path) {
  const file = await open(path);
  try {
    let bytes = 0;
    const archive = await fromFdPromise(file.fd, { autoClose: false });
    for await (const { uncompressedSize } of archive.eachEntry()) bytes += uncompressedSize;
    return bytes;
  } finally {
    await file.close();
  }
}

/** @param {unknown} value @returns {Cell} */
function cellOf(value) {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return { typed: value.toISOString().slice(0, 10) };
  if (typeof value === 'object' && 'typed' in value) return { typed: plain(String(value.typed)) };
  return String(value);
}

/**
 * A number as Excel stores it, in 17 digits and with an exponent, as the decimal that it shows: 15 digits are all that it keeps.
 *
 * @param {string} text
 */
function plain(text) {
  const value = Number(Number(text).toPrecision(15));
  return Number.isFinite(value) && Math.abs(value) < 1e15
    ? value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 12 })
    : text;
}

/** @param {Partial<Writing>} wanted */
function given({ decimal, dateOrder }) {
  return { ...(decimal && { decimal }), ...(dateOrder && { dateOrder }) };
}

/** @param {Found} found @param {TableJob} job @returns {Promise<TableAnswer>} */
async function tableOf({ rows, writing }, { out, mostRows, mostColumns }) {
  const [head, ...body] = rows;
  if (!head || body.length === 0) return { kind: 'refused', message: { key: 'tableEmpty' } };
  if (body.length > mostRows) return { kind: 'refused', message: { key: 'tableRows', params: { maximum: mostRows } } };
  const header = head[1].map(shown);
  while (header.at(-1)?.trim() === '') header.pop();
  if (header.length > mostColumns)
    return { kind: 'refused', message: { key: 'tableColumns', params: { maximum: mostColumns } } };
  if (out !== null) await pipeline(Readable.from(linesOf(body)), createWriteStream(out, { flags: 'wx', mode: 0o600 }));
  const sample = body
    .slice(0, sampleRows)
    .map(([, cells]) => header.map((_, at) => shown(cells[at] ?? null).slice(0, 200)));
  return { kind: 'table', writing, header, rowCount: body.length, sample };
}

/**
 * Readers of lines end one at U+2028 and U+2029 too, which JSON leaves as they are.
 *
 * @param {SourceLine[]} rows
 */
function* linesOf(rows) {
  for (const row of rows)
    yield `${JSON.stringify(row).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}\n`;
}

/** @param {Cell} cell */
const shown = (cell) => (cell === null ? '' : typeof cell === 'string' ? cell : cell.typed);
