import type { FieldMessage } from '@/lib/errors';

export type Separator = 'semicolon' | 'comma' | 'tab' | 'bar';

/** How a text file was written. Of a workbook only the order of dates that are typed as text matters. */
export type Writing = {
  /** `utf-8`, `utf-16le`, `utf-16be` or `windows-1252`; null for a workbook. */
  encoding: string | null;
  /** Null for a workbook, as the encoding is. */
  separator: Separator | null;
  decimal: ',' | '.';
  dateOrder: 'dmy' | 'mdy';
};

/** A cell: text, or a value that the workbook itself typed: a number as plain decimal, a date as `YYYY-MM-DD`. */
export type Cell = string | { typed: string } | null;

/** A row with its line in the file, counted from 1 as an editor or a spreadsheet shows it. */
export type SourceLine = [line: number, cells: Cell[]];

/** The work of a table process: one file. `wanted` takes the place of what would be recognised. */
export type TableJob = {
  path: string;
  isWorkbook: boolean;
  wanted: Partial<Writing>;
  /** The file that gets each row as a line of JSON (SourceLine); null where the head is enough. */
  out: string | null;
  mostRows: number;
  mostColumns: number;
  /** Processor time and memory of the process, beyond which it ends itself. */
  mostCpuMilliseconds: number;
  mostBytes: number;
};

/** The head of a table: how it was written, its columns, how many rows come below them, and the first of these. */
export type TableHead = { writing: Writing; header: string[]; rowCount: number; sample: string[][] };

export type TableAnswer =
  | ({ kind: 'table' } & TableHead)
  | { kind: 'refused'; message: FieldMessage }
  | { kind: 'failed'; error: string };
