import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PrintedDocument } from '@/lib/invoices/printed/document';
import { figuresOf } from '@/lib/invoices/printed/figures';
import { invoicePdf } from '@/lib/invoices/printed/pdf';
import { invoiceXml } from '@/lib/invoices/printed/xml';
import { printedDocument } from '@/tests/support/printed/documents';
import { readPdf } from '@/tests/support/printed/read-pdf';

const read = async (document: PrintedDocument, locale: 'en' | 'de' = 'en') =>
  readPdf(await invoicePdf(document, locale));

const plain = (text: string) => text.replace(/\s+/gu, ' ');

describe('the figures of a PDF', () => {
  it.each([
    [
      'lines rounded to the cent',
      {
        lines: [
          { quantity: '2000', price: '9.99', tax: '20' },
          { quantity: '1', price: '-6659.93', tax: '20' },
        ],
      },
      ['€13,320.07', 'Tax 20% on €13,320.07 €2,664.01', 'Total €15,984.08'],
    ],
    [
      'prices of four decimals',
      {
        lines: ['1198', '766', '107', '1163']
          .map((quantity) => ({ quantity, price: '0.195', tax: '21' }))
          .concat({
            ...{ quantity: '2428', price: '-0.095', tax: '21' },
          }),
      },
      [
        '€0.195',
        '€233.61',
        '€149.37',
        '€20.87',
        '€226.79',
        '-€230.66',
        'Net amount €399.98',
        '€84.00',
        'Total €483.98',
      ],
    ],
    ['yen', { currency: 'JPY', lines: [{ quantity: '3', price: '333', tax: '10' }] }, ['¥999', '¥100', 'Total ¥1,099']],
    [
      'dinars',
      { currency: 'KWD', lines: [{ quantity: '3', price: '1.234', tax: '5' }] },
      ['KWD 3.702', 'KWD 0.185', 'Total KWD 3.887'],
    ],
    [
      'a rate of three decimals',
      { lines: [{ quantity: '1', price: '80', tax: '8.875' }] },
      ['Tax 8.875% on €80.00 €7.10'],
    ],
    ['a payment', { paidMinor: 47_600n }, ['Already paid -€476.00', 'Amount due €1,000.00', 'Please pay €1,000.00']],
    [
      'prices that include tax',
      { pricesIncludeTax: true, lines: [{ quantity: '1', price: '119', tax: '19' }] },
      ['Amount incl. tax', 'Total €119.00', 'Net amount included €100.00', 'Tax 19% included, on €100.00 €19.00'],
    ],
    [
      'a discount',
      { discountRate: 100_000, lines: [{ quantity: '1', price: '200', tax: '20', discountRate: '5' }] },
      ['5%', '€190.00', 'Discount 10% -€19.00', 'Net amount €171.00', 'Total €205.20'],
    ],
    [
      'a total of zero',
      {
        lines: [
          { quantity: '1', price: '100', tax: '19' },
          { quantity: '1', price: '-100', tax: '19' },
        ],
      },
      ['Total €0.00'],
    ],
  ])('are those of the document: %s', async (_, given, expected) => {
    const { text } = await read(printedDocument(given));
    for (const figure of expected) expect(plain(text)).toContain(figure);
  });

  it('are written as German writes them', async () => {
    const { text } = await read(printedDocument({ lines: [{ quantity: '1', price: '7612.5', tax: '19' }] }), 'de');
    for (const figure of [
      '7.612,50 €',
      'Steuer 19 % auf 7.612,50 € 1.446,38 €',
      'Gesamtbetrag 9.058,88 €',
      '16. November 2026',
    ])
      expect(plain(text)).toContain(figure);
  });

  it('agree with the XML inside, whatever the document', async () => {
    const amount = (most: number, digits: number) =>
      fc
        .tuple(fc.nat(most), fc.nat(10 ** digits - 1))
        .map(([whole, rest]) => `${whole}.${String(rest).padStart(digits, '0')}`);
    const line = fc.record({
      ...{ quantity: amount(300, 3), price: amount(9_000, 4) },
      tax: fc.constantFrom('0', '7', '19', '8.875'),
    });
    const document = fc.record({
      lines: fc.array(line, { minLength: 1, maxLength: 6 }),
      currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
      pricesIncludeTax: fc.boolean(),
      discountRate: fc.constantFrom(null, 33_333),
    });
    await fc.assert(
      fc.asyncProperty(document, async (given) => {
        const one = printedDocument(given);
        const { text, files } = await read(one);
        const { money } = figuresOf('en', one.currency);
        const { totals } = one;
        const sums = [totals.netMinor, totals.totalMinor, ...totals.rates.map(({ taxMinor }) => taxMinor)];
        for (const minor of [...sums, ...one.lines.map(({ amountMinor }) => amountMinor)])
          expect(plain(text)).toContain(plain(money(minor)));
        if (one.currency === 'KWD') expect(files).toEqual({});
        else expect(files).toEqual({ 'factur-x.xml': await invoiceXml(one, 'cii') });
      }),
      { numRuns: Number(process.env.ORIEL_PDF_RUNS ?? 15) },
    );
  });
});
