import type { FieldMessage } from '@/lib/errors';
import type { ImportField } from '@/lib/imports/fields/rule';
import type { Cell, Writing } from '@/lib/tables/table-job';
import { parseDuration } from '@/lib/time/rule';

/** A value in the shape of the forms' schemas: text, plain decimals and dates are texts. Null for an empty cell. */
export type Value = string | number | boolean | null;

/** Words for yes and no in the languages of the portal, and as spreadsheets write them. */
const yes = new Set(['yes', 'y', 'true', '1', 'x', 'ja', 'j', 'wahr']);
const no = new Set(['no', 'n', 'false', '0', 'nein', 'falsch']);

/** Words that stand for a choice besides its own name and its name with blanks. */
const words: Record<string, readonly string[]> = {
  household: ['haushalt', 'privat', 'private', 'person'],
  company: ['firma', 'unternehmen', 'business', 'gewerblich'],
  client: ['kunde', 'kundin', 'customer'],
  staff: ['mitarbeiter', 'mitarbeiterin', 'employee'],
  admin: ['administrator', 'verwaltung'],
  planned: ['geplant'],
  active: ['aktiv', 'laufend', 'in arbeit', 'running'],
  on_hold: ['pausiert', 'angehalten', 'ruht', 'paused'],
  completed: ['abgeschlossen', 'fertig', 'erledigt', 'done', 'finished'],
  cancelled: ['storniert', 'abgebrochen', 'canceled'],
  not_started: ['nicht begonnen', 'offen', 'open'],
  in_progress: ['in arbeit', 'begonnen', 'laufend', 'started'],
  bank_transfer: ['überweisung', 'banküberweisung', 'transfer', 'bank'],
  card: ['karte', 'kreditkarte', 'credit card'],
  cash: ['bar', 'bargeld'],
  cheque: ['scheck', 'check'],
  direct_debit: ['lastschrift'],
  other: ['sonstiges', 'andere'],
  entries: ['einträge', 'einzeln', 'all', 'alle'],
  totals: ['summen'],
  hidden: ['verborgen', 'nicht', 'none'],
};

/** The first German word of a choice, for the template; the choice itself where there is none. */
export const germanWord = (choice: string): string => words[choice]?.[0] ?? choice;

type Read = { value: Value } | { problem: FieldMessage };

/**
 * The value of a cell by the type of its field and how the file was written. Only the shape is read here: lengths, limits and
 * references are the schemas' and the kinds'.
 */
export function readCell(cell: Cell, field: ImportField, writing: Pick<Writing, 'decimal' | 'dateOrder'>): Read {
  const text = (cell === null ? '' : typeof cell === 'string' ? cell : cell.typed).trim();
  if (text === '') return { value: null };
  const isTyped = typeof cell === 'object';
  switch (field.type) {
    case 'text':
      return { value: text };
    case 'date':
      return orProblem(dayOf(text, writing.dateOrder), 'importDate');
    case 'decimal':
      return orProblem(isTyped ? text : plainDecimal(text, writing.decimal), 'importNumber');
    case 'whole': {
      const plain = isTyped ? text : plainDecimal(text.replace(/\s*%$/, ''), writing.decimal);
      return plain !== null && /^-?\d{1,9}(?:\.0+)?$/.test(plain) ? { value: Number(plain) } : wrong('notWhole');
    }
    case 'duration':
      return orProblem(parseDuration(isTyped ? text : plainHours(text, writing.decimal)), 'duration');
    case 'flag':
      return orProblem(flagOf(text), 'importFlag');
    case 'choice':
      return orProblem(choiceOf(text, field.choices), 'notAChoice', { choices: field.choices.join(', ') });
  }
}

const wrong = (key: FieldMessage['key'], params?: FieldMessage['params']): Read => ({
  problem: params ? { key, params } : { key },
});

function orProblem(value: Value, key: FieldMessage['key'], params?: FieldMessage['params']): Read {
  return value === null ? wrong(key, params) : { value };
}

/** `YYYY-MM-DD`, whatever the order of the others is, or day, month and year with points, slashes or dashes. Null for dates that do not exist. */
export function dayOf(text: string, order: Writing['dateOrder']): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d\d:\d\d.*)?$/.exec(text);
  if (iso) return existing(iso[1], iso[2], iso[3]);
  const parts = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text);
  if (!parts) return null;
  const [, first, , second, year = ''] = parts;
  // A year of two digits: until 2069, and from 1970 on, as spreadsheets take it.
  const full = year.length === 4 ? year : `${Number(year) < 70 ? '20' : '19'}${year}`;
  return order === 'mdy' ? existing(full, first, second) : existing(full, second, first);
}

function existing(year = '', month = '', day = ''): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? null : text;
}

/** A number as the file writes it → a plain decimal: with `,` “1.234,50” and “1 234,50” are `1234.50`. A sign of currency is left out. Null for anything else. */
export function plainDecimal(text: string, decimal: Writing['decimal']): string | null {
  const bare = text.replace(/^[€$£¥]\s*|\s*(?:[€$£¥]|[A-Z]{3})$/g, '').replace(/^−/, '-');
  const group = decimal === ',' ? '.' : ',';
  const [whole = '', fraction, ...rest] = bare.split(decimal);
  const isGrouped = new RegExp(`^-?\\d{1,3}(?:[${group}'’\\s]\\d{3})+$`, 'u').test(whole);
  if (rest.length > 0 || !(isGrouped || /^-?\d+$/.test(whole)) || (fraction !== undefined && !/^\d+$/.test(fraction)))
    return null;
  return `${whole.replace(/[^\d-]/g, '')}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** Hours with decimals as parseDuration reads them; `7:30`, `90m` and all else as it is. */
const plainHours = (text: string, decimal: Writing['decimal']) => plainDecimal(text, decimal) ?? text;

function flagOf(text: string): boolean | null {
  const word = text.toLowerCase();
  return yes.has(word) ? true : no.has(word) ? false : null;
}

function choiceOf(text: string, choices: readonly string[]): string | null {
  const word = text.toLowerCase().replace(/\s+/g, ' ');
  const is = (choice: string) =>
    word === choice || word === choice.replaceAll('_', ' ') || (words[choice] ?? []).includes(word);
  return choices.find(is) ?? null;
}
