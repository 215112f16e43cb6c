import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { PrintedDocument } from '@/lib/invoices/printed/document';
import { missingLetters } from '@/lib/invoices/printed/missing-letters';
import { invoicePdf } from '@/lib/invoices/printed/pdf';
import { printedDocument } from '@/tests/support/printed/documents';
import { readPdf } from '@/tests/support/printed/read-pdf';

const fontsDir = path.resolve('tests/support/printed/fonts');
const read = async (document: PrintedDocument) => readPdf(await invoicePdf(document, 'en'));
const line = (description: string) => ({ description, quantity: '1', price: '10', tax: '20' });

afterEach(() => {
  delete process.env.ORIEL_FONTS;
});

describe('the letters of a PDF', () => {
  it('are all there, in their order, in five scripts', async () => {
    const { text } = await read(printedDocument({ lines: [line('Łukasz Żółć · Ψηφία · Договір · שלום · محمد')] }));
    for (const name of ['Łukasz Żółć', 'Ψηφία', 'Договір', 'שלום', 'محمد']) expect(text).toContain(name);
  });

  it.each([
    ['Hebrew of several words', 'עבודות נגרות בבית'],
    ['Arabic letters that share a shape', 'أعمال النجارة في الرياض'],
    ['Arabic ligatures and marks', 'السلام محمّد لا'],
  ])('come out as they were typed: %s', async (_, description) => {
    expect((await read(printedDocument({ lines: [line(description)] }))).text).toContain(description);
  });

  it('that share a shape stay apart, and do not depend on what was printed before', async () => {
    await read(printedDocument({ lines: [line('Ήχος ή ύδωρ, ɩ ʼ')] }));
    expect((await read(printedDocument({ lines: [line('η ή υ ι ɩ ’ ʼ')] }))).text).toContain('η ή υ ι ɩ ’ ʼ');
  });

  it('of numbers keep their order inside Arabic and Hebrew', async () => {
    const { text } = await read(
      printedDocument({
        lines: [line('غرفة ١٢٣'), line('בשנת 2026')],
      }),
    );
    expect(text).toContain('١٢٣');
    expect(text).toContain('2026');
  });

  it('that no font holds are named before, and are no boxes', async () => {
    const one = printedDocument({ recipient: { name: '王小明' } });
    expect(await missingLetters(one)).toEqual(['王', '小', '明']);
    expect((await read(one)).text).toContain('???');
    expect(await missingLetters(printedDocument({ notes: 'ŁΨДש م — “€” 😀' }))).toEqual(['😀']);
  });

  it('of another script come from the folder of the deployer', async () => {
    process.env.ORIEL_FONTS = fontsDir;
    const one = printedDocument({ recipient: { name: '王小明' } });
    expect(await missingLetters(one)).toEqual([]);
    expect((await read(one)).text).toContain('王小明');
  });

  it('keep the sign of an amount with it, and a hyphen at the end', async () => {
    const lines = [
      { description: 'Ends in -', quantity: '-2', price: '3132', tax: '19' },
      { quantity: '0.001', price: '0.5', tax: '0' },
    ];
    const { pages } = await read(printedDocument({ currency: 'KWD', pricesIncludeTax: true, lines }));
    const text = pages.flat();
    expect(text.filter((row) => /-$/.test(row))).toEqual([]);
    expect(text.some((row) => row.startsWith('-KWD 5,263.866'))).toBe(true);
    expect(text.some((row) => row.includes('Ends in - '))).toBe(true);
  });

  it.each([
    ['a word of 300 letters', 'W'.repeat(300)],
    ['10,000 letters in words', 'Carpentry, '.repeat(910).slice(0, 10_000).trim()],
  ])('wrap and stay on the page: %s', async (_, description) => {
    const { pages, right } = await read(printedDocument({ lines: [line(description)] }));
    const letters = (text: string) =>
      text.replace(/[^W]|Work/g, '').length || (text.match(/Carpentry,?/g) ?? []).length;
    expect(letters(pages.flat().join('\n'))).toBe(letters(description));
    expect(right).toBeLessThan(540);
  });
});
