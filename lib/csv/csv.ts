/** A column of a CSV file. `typed` marks text that people type. A number or a date is written as the API writes it. */
export type CsvColumn<Row> = { title: string; value: (row: Row) => string | null; typed?: boolean };

/** The first characters that make a spreadsheet take a cell for a formula, also behind blanks. */
const formula = /^[\s\p{Cc}]*[=+\-@＝＋－＠]/u;

/**
 * One field by RFC 4180: quoted where it has a separator, a quote or a line break. Typed text that a spreadsheet would run as a
 * formula gets an apostrophe in front, which spreadsheets hide; amounts stay numbers, negative ones too.
 */
function csvField(value: string | null, typed = false): string {
  const text = value ?? '';
  const safe = typed && formula.test(text) ? `'${text}` : text;
  return /[",;\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const line = (fields: readonly string[], separator: string) => `${fields.join(separator)}\r\n`;

/** The first line of a file, with the mark by which spreadsheets know UTF-8. */
export function csvHead<Row>(columns: readonly CsvColumn<Row>[], separator = ','): string {
  return `\uFEFF${line(
    columns.map(({ title }) => csvField(title)),
    separator,
  )}`;
}

/** The line of a row. */
export function csvRow<Row>(columns: readonly CsvColumn<Row>[], row: Row, separator = ','): string {
  return line(
    columns.map(({ value, typed }) => csvField(value(row), typed)),
    separator,
  );
}
