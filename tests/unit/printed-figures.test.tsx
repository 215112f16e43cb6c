import fc from 'fast-check';
import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { InvoiceLines } from '@/components/invoices/invoice-lines';
import { InvoiceTotals } from '@/components/invoices/invoice-totals';
import { formatMoney } from '@/lib/format';
import { catalogues } from '@/lib/i18n/catalogues';
import type { PrintedDocument } from '@/lib/invoices/printed/document';
import { invoicePdf } from '@/lib/invoices/printed/pdf';
import { invoiceXml } from '@/lib/invoices/printed/xml';
import { missingForXml } from '@/lib/invoices/printed/xml-missing';
import { toDecimal } from '@/lib/money';
import { anyDocument } from '@/tests/support/printed/any-document';
import { readPdf } from '@/tests/support/printed/read-pdf';

/** Blanks differ: the PDF has its own between columns, and HTML writes some as entities. */
const bare = (text: string) => text.replace(/&nbsp;|\s/g, '');

function onScreen(document: PrintedDocument): string {
  const lines = document.lines.map((line, at) => ({ ...line, id: String(at) }));
  const invoice = { ...document, lines, totalMinor: document.totals.totalMinor, settlements: [] };
  return bare(
    renderToStaticMarkup(
      <NextIntlClientProvider locale="en" messages={catalogues.en} timeZone="UTC">
        <InvoiceLines invoice={invoice} />
        <InvoiceTotals invoice={invoice} />
      </NextIntlClientProvider>,
    ).replace(/<[^>]*>/g, ' '),
  );
}

/** The amounts that every reader of a document is told: its lines, what each rate comes to, and the totals. */
function told({ lines, totals, currency }: PrintedDocument): string[] {
  const taxed = totals.rates.filter(({ taxRate }) => taxRate > 0);
  const minor = [
    ...lines.map(({ amountMinor }) => amountMinor),
    ...taxed.flatMap(({ netMinor, taxMinor }) => [netMinor, taxMinor]),
    ...(taxed.length > 0 ? [totals.netMinor] : []),
    totals.totalMinor,
  ];
  return [...new Set(minor.map((amount) => bare(formatMoney(amount, currency, 'en'))))];
}

const valuesOf = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(`<ram:${name}(?: [^>]*)?>([^<]*)<`, 'g'))].map(([, value]) => value);

describe('the figures of a document', () => {
  it('are the same on the screen, in its PDF and in its XML, in euro, dollar, yen and dinar', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument('EUR', 'USD', 'JPY', 'KWD'), async (one) => {
        const [screen, pdf] = [onScreen(one), bare((await readPdf(await invoicePdf(one, 'en'))).text)];
        for (const amount of told(one)) {
          expect(screen).toContain(amount);
          expect(pdf).toContain(amount);
        }
        if (missingForXml(one, 'cii').length > 0) return;
        const xml = await invoiceXml(one, 'cii');
        const { totals, currency } = one;
        const decimal = (minor: bigint) => toDecimal(minor, currency);
        expect(valuesOf(xml, 'TaxTotalAmount')).toEqual([decimal(totals.taxMinor)]);
        expect(valuesOf(xml, 'GrandTotalAmount')).toEqual([decimal(totals.totalMinor)]);
        expect(valuesOf(xml, 'TaxBasisTotalAmount')).toEqual([decimal(totals.netMinor)]);
      }),
      { numRuns: Number(process.env.ORIEL_XML_RUNS ?? 12) },
    );
  });
});
