import { describe, expect, it } from 'vitest';
import { catalogues } from '@/lib/i18n/catalogues';
import { dayOf, plainDecimal, readCell } from '@/lib/imports/cells/rule';
import { fieldNamed } from '@/lib/imports/fields/rule';
import { guessedMapping, mappingProblems } from '@/lib/imports/mapping/rule';
import type { ImportKind } from '@/lib/imports/rule';

const labels = Object.values(catalogues).map(({ imports }) => imports.field);

describe('a date', () => {
  it.each([
    ['2026-11-30', 'dmy', '2026-11-30'],
    ['2026-11-30 00:00:00', 'dmy', '2026-11-30'],
    ['30.11.2026', 'dmy', '2026-11-30'],
    ['1/2/2026', 'dmy', '2026-02-01'],
    ['1/2/2026', 'mdy', '2026-01-02'],
    ['11-30-26', 'mdy', '2026-11-30'],
    ['1.2.71', 'dmy', '1971-02-01'],
    ['29.02.2028', 'dmy', '2028-02-29'],
    ['31.02.2026', 'dmy', null],
    ['29.02.2026', 'dmy', null],
    ['30.11.2026', 'mdy', null],
    ['1.2/2026', 'dmy', null],
    ['tomorrow', 'dmy', null],
    ['20261130', 'dmy', null],
  ] as const)('%s in %s is %s', (text, order, day) => {
    expect(dayOf(text, order)).toBe(day);
  });
});

describe('a number', () => {
  it.each([
    ['1.234,50', ',', '1234.50'],
    ['1 234,50 €', ',', '1234.50'],
    ['€ 12,5', ',', '12.5'],
    ['-5', ',', '-5'],
    ['−5,5', ',', '-5.5'],
    ["1'234.50", '.', '1234.50'],
    ['1,234.50 EUR', '.', '1234.50'],
    ['1234', '.', '1234'],
    ['1,234', ',', '1.234'],
    ['1.234', ',', '1234'],
    ['1.23', ',', null],
    ['12,34', '.', null],
    ['1,2,3', ',', null],
    ['=1+1', ',', null],
    ['-5 % Nachlass', ',', null],
    ['', ',', null],
  ] as const)('%s with %s is %s', (text, decimal, plain) => {
    expect(plainDecimal(text, decimal)).toBe(plain);
  });
});

describe('a cell', () => {
  const writing = { decimal: ',', dateOrder: 'dmy' } as const;
  const read = (kind: ImportKind, name: string, cell: Parameters<typeof readCell>[0]) => {
    const field = fieldNamed(kind, name);
    if (!field) throw new Error(name);
    return readCell(cell, field, writing);
  };

  it.each([
    ['hours', 'minutes', '1:30', { value: 90 }],
    ['hours', 'minutes', '1,5', { value: 90 }],
    ['hours', 'minutes', { typed: '7.5' }, { value: 450 }],
    ['hours', 'minutes', '90m', { value: 90 }],
    ['hours', 'minutes', '-2', { problem: { key: 'duration' } }],
    ['hours', 'minutes', '25:00', { problem: { key: 'duration' } }],
    ['hours', 'billable', 'Ja', { value: true }],
    ['hours', 'billable', 'vielleicht', { problem: { key: 'importFlag' } }],
    ['hours', 'description', '=1+1', { value: '=1+1' }],
    ['hours', 'description', '  ', { value: null }],
    ['hours', 'description', null, { value: null }],
    ['phases', 'percent', '60 %', { value: 60 }],
    ['phases', 'percent', '60,5', { problem: { key: 'notWhole' } }],
    ['phases', 'status', 'In Arbeit', { value: 'in_progress' }],
    ['projects', 'status', 'on hold', { value: 'on_hold' }],
    ['invoices', 'number', { typed: '42' }, { value: '42' }],
    ['invoices', 'issuedOn', { typed: '2026-01-02' }, { value: '2026-01-02' }],
    ['invoices', 'issuedOn', '31.02.2026', { problem: { key: 'importDate' } }],
  ] as const)('%s %s %j is %j', (kind, name, cell, expected) => {
    expect(read(kind, name, cell)).toEqual(expected);
  });

  it('names the choices where it is none of them', () => {
    expect(read('clients', 'kind', 'Verein')).toEqual({
      problem: { key: 'notAChoice', params: { choices: 'household, company' } },
    });
  });
});

describe('the columns of a file', () => {
  it.each([
    ['clients', ['Name', 'E-mail', 'Tax number'], ['name', 'email', 'taxNumber']],
    [
      'clients',
      ['Kundennummer', 'Kundenname', 'Straße', 'USt-IdNr.', 'Land'],
      ['externalId', 'name', 'address', 'taxNumber', 'countryCode'],
    ],
    [
      'hours',
      ['Datum', 'Mitarbeiter', 'Projekt', 'Stunden', 'Tätigkeit'],
      ['workedOn', 'person', 'project', 'minutes', 'description'],
    ],
    [
      'invoices',
      ['external_id', 'Rechnungsnr', 'Kunde', 'Datum', 'fällig am', 'Netto'],
      [null, 'number', 'client', 'issuedOn', 'dueOn', 'unitPrice'],
    ],
    ['payments', ['Rechnung', 'Betrag', 'Datum', ''], ['invoice', 'amount', 'paidOn', null]],
    ['clients', ['name', 'Name', 'Kunde'], ['name', null, null]],
  ] as const)('of %s are guessed from %j', (kind, header, expected) => {
    expect(guessedMapping(kind, header, labels)).toEqual(expected);
  });

  it('that are missing or doubled are named', () => {
    expect(mappingProblems('payments', ['amount', 'amount', null])).toEqual({
      missing: ['paidOn'],
      doubled: ['amount'],
    });
    expect(mappingProblems('payments', ['amount', 'paidOn'])).toEqual({ missing: [], doubled: [] });
  });
});
