import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readHead, withRows } from '@/lib/tables/read-table';
import type { SourceLine } from '@/lib/tables/table-job';
import { testDatabase } from '@/tests/support/database/database';
import { testStorage } from '@/tests/support/files/storage';
import { workbook, workbookBomb } from '@/tests/support/files/workbook';

await testDatabase();
await testStorage();
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oriel-tables-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const lane = 'tenant test';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function head(bytes: string | Uint8Array, contentType = 'text/csv', wanted = {}) {
  const path = join(folder, 'table');
  await writeFile(path, bytes);
  return readHead({ path, contentType, wanted }, lane);
}

async function rows(bytes: string | Uint8Array, contentType = 'text/csv') {
  const path = join(folder, 'rows');
  await writeFile(path, bytes);
  return withRows({ path, contentType }, lane, async (_head, lines) => {
    const all: SourceLine[] = [];
    for await (const line of lines) all.push(line);
    return all;
  });
}

describe('how a text is written', () => {
  it.each([
    ['semicolons', 'Name;Ort\nÄnne;x', 'semicolon'],
    ['commas', 'Name,"a;b;c"\nx,y', 'comma'],
    ['tabs', 'Name\tOrt\nx\ty', 'tab'],
    ['bars', 'Name|Ort\nx|y', 'bar'],
    ['nothing', 'Name\nx', 'comma'],
  ])('%s are recognised between the cells', async (_, text, separator) => {
    expect(await head(text)).toMatchObject({ writing: { separator, encoding: 'utf-8' } });
  });

  it.each([
    ['UTF-8', Buffer.from('Name\nÄnne Groß'), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from('\uFEFFName\nÄnne Groß'), 'utf-8'],
    ['Latin-1', Buffer.from('Name\nÄnne Groß', 'latin1'), 'windows-1252'],
    ['UTF-16 little-endian', Buffer.from('\uFEFFName\nÄnne Groß', 'utf16le'), 'utf-16le'],
    ['UTF-16 big-endian', Buffer.from('\uFEFFName\nÄnne Groß', 'utf16le').swap16(), 'utf-16be'],
  ])('%s is recognised', async (_, bytes, encoding) => {
    expect(await head(bytes)).toMatchObject({ writing: { encoding }, header: ['Name'], sample: [['Änne Groß']] });
  });

  it.each([
    ['1.234,50;1.2.2026', { decimal: ',', dateOrder: 'dmy' }],
    ['1,234.50;12/31/2026', { decimal: '.', dateOrder: 'mdy' }],
    ['12.5;31/12/2026', { decimal: '.', dateOrder: 'dmy' }],
    ['12;1/2/2026', { decimal: ',', dateOrder: 'dmy' }],
  ])('%s shows decimals and dates', async (cells, habits) => {
    expect(await head(`Amount;Date\n${cells}`)).toMatchObject({ writing: habits });
  });

  it('is taken as the admin says', async () => {
    const wanted = { separator: 'comma', encoding: 'windows-1252', decimal: '.' } as const;
    expect(await head('A;B,C\n1;2,3', 'text/csv', wanted)).toMatchObject({ header: ['A;B', 'C'], writing: wanted });
  });
});

describe('the rows of a text', () => {
  it('keep line breaks and quotes, and know their lines', async () => {
    const text = 'Name,Text\n"Müller; ""6"" Rohr","one\ntwo"\n\n=1+1,"a\u2028b"\n';
    expect(await rows(text)).toEqual([
      [2, ['Müller; "6" Rohr', 'one\ntwo']],
      [5, ['=1+1', 'a\u2028b']],
    ]);
  });

  it.each([
    ['an unclosed quote', 'A,B\n1,"2\n3,4\n', { key: 'tableQuote', params: { line: 3 } }],
    ['a quote inside a cell', 'A,B\n1,2"3\n', { key: 'tableQuote', params: { line: 2 } }],
    ['no rows', 'A,B\n', { key: 'tableEmpty' }],
    ['too many columns', `${'a,'.repeat(101)}a\n1`, { key: 'tableColumns', params: { maximum: 100 } }],
    ['too many rows', `A\n${'1\n'.repeat(100_001)}`, { key: 'tableRows', params: { maximum: 100_000 } }],
  ])('with %s are refused with the reason', async (_, text, message) => {
    expect(await rows(text)).toEqual({ refused: message });
  });
});

describe('a workbook', () => {
  it('gives numbers, dates and what formulas came to as its cells hold them, and text as text', async () => {
    const book = workbook([
      ['Name', 'Amount', 'Date', 'Sum'],
      ['=1+1', 0.1, { date: '2026-02-28' }, { formula: 'B2*3', value: 0.30000000000000004 }],
      ['Änne & Co', 1234567.89, { date: '2024-02-29' }, { formula: '1', value: 1 }],
    ]);
    expect(await head(book, xlsx)).toMatchObject({
      header: ['Name', 'Amount', 'Date', 'Sum'],
      writing: { encoding: null, separator: null },
    });
    expect(await rows(book, xlsx)).toEqual([
      [2, ['=1+1', { typed: '0.1' }, { typed: '2026-02-28' }, { typed: '0.3' }]],
      [3, ['Änne & Co', { typed: '1234567.89' }, { typed: '2024-02-29' }, { typed: '1' }]],
    ]);
  });

  it('that is damaged is refused', async () => {
    expect(await head(Buffer.from('PK\u0003\u0004nothing'), xlsx)).toEqual({ refused: { key: 'tableWorkbook' } });
  });

  it('that unpacks to more than fits is refused, and the next one is read', async () => {
    expect(await head(workbookBomb(400), xlsx)).toEqual({ refused: { key: 'tableCost' } });
    expect(await head(workbook([['A'], [1]]), xlsx)).toMatchObject({ rowCount: 1 });
  });
});
