// @ts-check
// Rows of a text file with separators (RFC 4180, as spreadsheets write it), and what is recognised of its writing.
import { parse } from 'csv-parse/sync';

/** @import { Separator, SourceLine, Writing } from './table-job' */

/** @type {Record<string, string>} */
const marks = { semicolon: ';', tab: '\t', bar: '|', comma: ',' };

/**
 * The text of a file. A byte order mark decides; else it is UTF-8 where all of it is, and Windows-1252 (of which Latin-1 is a part)
 * otherwise.
 *
 * @param {Buffer} bytes @param {string | null | undefined} wanted
 * @returns {{ encoding: string, text: string }}
 */
export function decoded(bytes, wanted) {
  const mark = bytes.toString('latin1', 0, 3);
  const marked = mark.startsWith('\xff\xfe')
    ? 'utf-16le'
    : mark.startsWith('\xfe\xff')
      ? 'utf-16be'
      : mark === '\xef\xbb\xbf'
        ? 'utf-8'
        : null;
  const encoding = wanted ?? marked ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
  return { encoding, text: new TextDecoder(encoding).decode(bytes) };
}

/** @param {Buffer} bytes */
function isUtf8(bytes) {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * The separator that stands most often in the first line, outside of quotes; a comma where none does.
 *
 * @param {string} text @returns {Separator}
 */
export function separatorOf(text) {
  const first = (text.split(/\r\n|\n|\r/).find((line) => line.trim() !== '') ?? '').replace(/"(?:[^"]|"")*"/g, '');
  /** @type {Separator} */
  let best = 'comma';
  let most = 0;
  for (const name of /** @type {Separator[]} */ (Object.keys(marks))) {
    const count = first.split(marks[name] ?? ',').length - 1;
    if (count > most) [best, most] = [name, count];
  }
  return best;
}

/**
 * The rows with their lines. A quote that is not closed and a quote within an unquoted cell are refused with the line.
 *
 * @param {string} text @param {Separator} separator
 * @returns {{ rows: SourceLine[] } | { refused: { key: 'tableQuote' | 'invalid', params: { line: number } } }}
 */
export function rowsOf(text, separator) {
  try {
    const options = {
      delimiter: marks[separator] ?? ',',
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: false,
    };
    /** @type {unknown} */
    const parsed = parse(text, options);
    const records = /** @type {{ record: string[], info: { lines: number } }[]} */ (parsed);
    return { rows: records.map(({ record, info }) => [info.lines - breaksIn(record), record]) };
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    const line = 'lines' in error ? Number(error.lines) : 1;
    const isQuote = /QUOTE/.test(String(error.code));
    return { refused: { key: isQuote ? 'tableQuote' : 'invalid', params: { line } } };
  }
}

/** @param {string[]} cells */
const breaksIn = (cells) => cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);

/**
 * The mark of decimals and the order of dates, by the cells that can be read in one way only; without any, a semicolon between cells
 * goes with a decimal comma, and the day comes first.
 *
 * @param {readonly SourceLine[]} rows @param {Separator | null} separator
 * @returns {Pick<Writing, 'decimal' | 'dateOrder'>}
 */
export function habitsOf(rows, separator) {
  let [comma, point, dayFirst, monthFirst] = [0, 0, 0, 0];
  for (const [, cells] of rows.slice(0, 5000))
    for (const cell of cells) {
      if (typeof cell !== 'string' || cell.length > 30) continue;
      const text = cell.trim();
      if (/^-?\d{1,3}(?:\.\d{3})+,\d+$|^-?\d+,(?:\d{1,2}|\d{4,})$/.test(text)) comma++;
      else if (/^-?\d{1,3}(?:,\d{3})+\.\d+$|^-?\d+\.(?:\d{1,2}|\d{4,})$/.test(text)) point++;
      const date = /^(\d{1,2})([./-])(\d{1,2})\2(?:\d{2}|\d{4})$/.exec(text);
      if (date && Number(date[1]) > 12) dayFirst++;
      else if (date && Number(date[3]) > 12) monthFirst++;
    }
  const isComma = comma === point ? separator === 'semicolon' : comma > point;
  return { decimal: isComma ? ',' : '.', dateOrder: monthFirst > dayFirst ? 'mdy' : 'dmy' };
}
