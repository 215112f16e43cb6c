import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PrintedDocument } from '@/lib/invoices/printed/document';
import { invoiceXml } from '@/lib/invoices/printed/xml';
import { missingForXml } from '@/lib/invoices/printed/xml-missing';
import { addressOf, taxNumberOf } from '@/lib/invoices/printed/xml-party';
import { exponentOf, toDecimal } from '@/lib/money';
import { anyDocument } from '@/tests/support/printed/any-document';
import { printedDocument } from '@/tests/support/printed/documents';
import { faultsIn } from '@/tests/support/printed/en16931';

const faultsOf = async (document: PrintedDocument) =>
  faultsIn(await invoiceXml(document, 'cii'), {
    decimals: exponentOf(document.currency),
    gross: document.pricesIncludeTax,
  });

const german = {
  issuer: { address: 'Hafenstraße 3\n20457 Hamburg', countryCode: 'DE', taxNumber: 'DE123456789', phone: '+49 40 123' },
  recipient: { address: 'Am Markt 1\n80331 München', countryCode: 'DE', email: 'office@example.de' },
};

describe('the XML of a document', () => {
  const document = anyDocument('EUR', 'JPY', 'USD');

  it('is valid against the Factur-X schema and keeps the rules of EN 16931, net and gross, in euro, dollar and yen', async () => {
    await fc.assert(
      fc.asyncProperty(document, async (one) => {
        expect(await faultsOf(one)).toEqual([]);
      }),
      { numRuns: Number(process.env.ORIEL_XML_RUNS ?? 30) },
    );
  });

  it('has the amounts of the document', async () => {
    const one = printedDocument({
      lines: [
        { quantity: '2000', price: '9.99', tax: '20' },
        { quantity: '1', price: '-6659.93', tax: '20' },
      ],
    });
    expect(await faultsOf(one)).toEqual([]);
    const xml = await invoiceXml(one, 'ubl');
    for (const [name, amount] of [
      ['LineExtensionAmount', '13320.07'],
      ['TaxExclusiveAmount', '13320.07'],
      ['TaxAmount', '2664.01'],
      ['TaxInclusiveAmount', '15984.08'],
      ['PayableAmount', '15984.08'],
    ])
      expect(xml).toContain(`<cbc:${name} currencyID="EUR">${amount}</cbc:${name}>`);
    expect(xml).toContain('<cbc:InvoicedQuantity unitCode="C62">-1</cbc:InvoicedQuantity>');
  });

  it.each(['ubl', 'xrechnung'] as const)('names the currency at every amount in %s', async (format) => {
    const one = printedDocument({ ...german, discountRate: 50_000, currency: 'USD' });
    const amounts = (await invoiceXml(one, format)).match(/<cbc:\w*Amount\b[^>]*>/g) ?? [];
    expect(amounts.length).toBeGreaterThan(8);
    expect(amounts.filter((tag) => !tag.includes('currencyID="USD"'))).toEqual([]);
  });

  it.each([
    [
      '233.61 and its like',
      ['1198', '766', '107', '1163'].map((quantity) => ({ quantity, price: '0.195', tax: '21' })),
    ],
    [
      'a zero total',
      [
        { quantity: '1', price: '100', tax: '19' },
        { quantity: '1', price: '-100', tax: '19' },
      ],
    ],
    ['no quantity', [{ quantity: '0', price: '100', tax: '19' }]],
    ['prices of four decimals', [{ quantity: '3', price: '0.0001', tax: '8.875' }]],
  ])('stays valid with %s', async (_, lines) => {
    for (const pricesIncludeTax of [false, true])
      expect(await faultsOf(printedDocument({ lines, pricesIncludeTax }))).toEqual([]);
  });

  it('takes 1,000 lines out of gross prices to the unit', async () => {
    const lines = Array.from({ length: 1000 }, (_, at) => ({
      quantity: `${at + 1}`,
      price: '0.37',
      tax: at % 2 ? '19' : '7',
    }));
    expect(await faultsOf(printedDocument({ lines, pricesIncludeTax: true, discountRate: 33_333 }))).toEqual([]);
  });

  it('of a credit note has type 381, names the invoice and no account', async () => {
    const credits = { number: '2026-0001', issuedOn: '2026-11-02' };
    const one = printedDocument({ kind: 'credit_note', number: 'CN-1', credits, dueOn: null, ...german });
    expect(await faultsOf(one)).toEqual([]);
    const ubl = await invoiceXml(one, 'xrechnung');
    expect(ubl).toMatch(/<CreditNote [\s\S]*<cbc:CreditNoteTypeCode>381<[\s\S]*<cbc:ID>2026-0001<\/cbc:ID>/);
    expect(ubl).not.toContain('PayeeFinancialAccount');
  });

  it('names the reason of a rate of 0 as E, and without a reason writes Z', async () => {
    const lines = [{ quantity: '1', price: '10', tax: '0' }];
    const exempt = printedDocument({ lines, exemptionReason: 'Small business' });
    expect(await invoiceXml(exempt, 'ubl')).toContain(
      '<cbc:TaxExemptionReason>Small business</cbc:TaxExemptionReason>',
    );
    const zero = await invoiceXml(printedDocument({ lines }), 'ubl');
    expect(zero).toContain('<cbc:ID>Z</cbc:ID>');
    expect(zero).not.toContain('TaxExemptionReason');
  });

  it('escapes what people type and names a long description twice', async () => {
    const description = `Oak <boards> & "nails" ${'long '.repeat(60)}`;
    const one = printedDocument({ lines: [{ description, quantity: '1', price: '1', tax: '23' }], notes: 'A & B' });
    expect(await faultsOf(one)).toEqual([]);
    const xml = await invoiceXml(one, 'ubl');
    expect(xml).toContain('<cbc:Note>A &amp; B</cbc:Note>');
    expect(xml).toMatch(/<cbc:Description>Oak &lt;boards&gt; &amp; "nails"[^<]{290,}<\/cbc:Description>/);
  });

  it('is as it was issued, whatever was paid since', async () => {
    const [open, paid] = [printedDocument(), printedDocument({ paidMinor: 5_000n, creditedMinor: 100n })];
    expect(await invoiceXml(paid, 'cii')).toBe(await invoiceXml(open, 'cii'));
    expect(await invoiceXml(open, 'ubl')).toContain(`>${toDecimal(open.totals.totalMinor, 'EUR')}</cbc:PayableAmount>`);
  });
});

describe('what a document lacks for its XML', () => {
  it('is nothing for a complete one, also by the German rules', () => {
    expect(missingForXml(printedDocument())).toEqual([]);
    expect(missingForXml(printedDocument(german), 'xrechnung')).toEqual([]);
  });

  it('is named by field', async () => {
    const one = printedDocument({
      issuer: { taxNumber: ' ', address: null, countryCode: null, email: null, phone: null },
      recipient: { countryCode: null, address: 'Somewhere', email: null },
    });
    const lacks = ['issuer.taxNumber', 'issuer.address', 'issuer.countryCode', 'recipient.countryCode'];
    expect(missingForXml(one)).toEqual(lacks);
    const more = ['issuer.email', 'issuer.phone', 'recipient.address', 'recipient.email'];
    expect(missingForXml(one, 'xrechnung')).toEqual([...lacks, ...more]);
    await expect(invoiceXml(one, 'cii')).rejects.toThrow('issuer.taxNumber');
  });

  it.each([
    ['a draft', { number: null, status: 'draft' as const }, 'status'],
    ['a void document', { status: 'void' as const }, 'status'],
    ['dinars, which have three decimals', { currency: 'KWD' }, 'currency'],
  ])('is the kind of document: %s', (_, given, lack) => {
    expect(missingForXml(printedDocument(given))).toEqual([lack]);
  });
});

describe('the parts of a party', () => {
  it.each([
    ['Rua das Flores 12\n1200-195 Lisboa\nPortugal', '1200-195', 'Lisboa'],
    ['Hafenstraße 3\nD-20457 Hamburg', '20457', 'Hamburg'],
    ['10 Downing Street\nLondon SW1A 2AA\nUnited Kingdom', 'SW1A 2AA', 'London'],
    ['Keizersgracht 1\n1015 CJ Amsterdam', '1015 CJ', 'Amsterdam'],
    ['742 Evergreen Terrace\nSpringfield, IL 62701', '62701', 'Springfield, IL'],
    ['Οδός Ερμού 12\n105 63 Αθήνα', '105 63', 'Αθήνα'],
    ['12 Main Street', null, null],
  ])('finds post code and town in %j', (address, postCode, town) => {
    expect(addressOf({ address })).toMatchObject({ postCode, town });
  });

  it.each([
    ['DE 123 456 789', 'DE', { text: 'DE123456789', isVat: true }],
    ['EL094014201', 'GR', { text: 'EL094014201', isVat: true }],
    ['123/456/78901', 'DE', { text: '123/456/78901', isVat: false }],
    ['FR12345678901', 'DE', { text: 'FR12345678901', isVat: false }],
    [null, 'DE', { text: '', isVat: false }],
  ])('tells a VAT identifier from a national number: %s of %s', (taxNumber, countryCode, expected) => {
    expect(taxNumberOf({ taxNumber, countryCode })).toEqual(expected);
  });
});
