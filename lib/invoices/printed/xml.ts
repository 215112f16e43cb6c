import { FormatFactoryService, type Invoice } from '@e-invoice-eu/core';
import { electronicBic, electronicIban } from '@/lib/iban';
import type { PrintedDocument } from '@/lib/invoices/printed/document';
import { netDocument } from '@/lib/invoices/printed/net-lines';
import { creditorReference } from '@/lib/invoices/printed/reference';
import type { XmlFormat } from '@/lib/invoices/printed/xml-format';
import { allowanceOf, xmlLine } from '@/lib/invoices/printed/xml-lines';
import { categoryOf, missingForXml, percentOf } from '@/lib/invoices/printed/xml-missing';
import { buyerOf, sellerOf } from '@/lib/invoices/printed/xml-party';
import { toDecimal } from '@/lib/money';

type Body = Invoice['ubl:Invoice'];

const formats = { cii: 'CII', ubl: 'UBL', xrechnung: 'XRECHNUNG-UBL' } as const;
const silent = { log: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * The document as XML by EN 16931, as it was issued: later payments and credits are not in it. The type is 380, of a credit note
 * 381. Throws RangeError for a document of which missingForXml names what it lacks. Call it outside of any transaction.
 */
export async function invoiceXml(document: PrintedDocument, format: XmlFormat): Promise<string> {
  const lacks = missingForXml(document, format);
  if (lacks.length > 0) throw new RangeError(`The document has no XML: ${lacks.join(', ')}`);
  const name = formats[format];
  const writer = new FormatFactoryService().createFormatService(name, silent);
  // Not by the library's InvoiceService: it compiles its schema anew each time, and refuses prices of more than two decimals.
  const invoice: Invoice = { 'ubl:Invoice': bodyOf(document) };
  writer.fillInvoiceDefaults(invoice);
  return withDelivery(String(await writer.generate(invoice, { format: name, lang: 'en' })));
}

/** The schema of the CII requires an element for the delivery, which may be empty; the library leaves an empty one out. */
function withDelivery(xml: string): string {
  const settlement = '<ram:ApplicableHeaderTradeSettlement>';
  return xml.replace(settlement, `<ram:ApplicableHeaderTradeDelivery/>${settlement}`);
}

function bodyOf(document: PrintedDocument): Body {
  const { number, issuedOn, kind, dueOn, credits, currency: code, issuer, recipient, totals, lines } = document;
  const currency = code as Body['cbc:DocumentCurrencyCode']; // a code of ISO 4217
  const net = netDocument(document);
  const amount = (minor: bigint) => toDecimal(minor, currency);
  const sum = (minors: readonly bigint[]) => minors.reduce((total, minor) => total + minor, 0n);
  const allowances = sum(net.discounts.filter((discount) => discount > 0n));
  const charges = -sum(net.discounts.filter((discount) => discount < 0n));
  const of = <Key extends string>(key: Key, minor: bigint) =>
    ({ [key]: amount(minor), [`${key}@currencyID`]: currency }) as Record<Key, string> &
      Record<`${Key}@currencyID`, typeof currency>;
  const [first, ...rest] = lines.map((line, at) => {
    const own = net.lines[at];
    if (!own) throw new RangeError('A line without its net amount');
    return xmlLine(document, line, own, at + 1);
  });
  if (!first) throw new RangeError('A document without lines has no XML');
  return {
    'cbc:ID': number ?? '',
    'cbc:IssueDate': issuedOn ?? '',
    ...(kind === 'invoice' && dueOn ? { 'cbc:DueDate': dueOn } : {}),
    'cbc:InvoiceTypeCode': kind === 'invoice' ? '380' : '381',
    ...notesOf(document),
    'cbc:DocumentCurrencyCode': currency,
    'cbc:BuyerReference': document.project?.trim() || (number ?? ''),
    ...(credits
      ? {
          'cac:BillingReference': [
            { 'cac:InvoiceDocumentReference': { 'cbc:ID': credits.number, 'cbc:IssueDate': credits.issuedOn } },
          ],
        }
      : {}),
    'cac:AccountingSupplierParty': { 'cac:Party': sellerOf(issuer) },
    'cac:AccountingCustomerParty': { 'cac:Party': buyerOf(recipient) },
    'cac:PaymentMeans': [paymentMeansOf(document)],
    // An amount to pay needs a date or terms (BR-CO-25).
    ...(kind === 'invoice' && dueOn ? {} : { 'cac:PaymentTerms': { 'cbc:Note': termsOf(document) } }),
    ...discountsOf(document, net.discounts, amount),
    'cac:TaxTotal': [
      {
        ...of('cbc:TaxAmount', totals.taxMinor),
        'cac:TaxSubtotal': totals.rates.map(({ taxRate, netMinor, taxMinor }) => ({
          ...of('cbc:TaxableAmount', netMinor),
          ...of('cbc:TaxAmount', taxMinor),
          'cac:TaxCategory': {
            'cbc:ID': categoryOf(taxRate, document),
            'cbc:Percent': percentOf(taxRate),
            ...(categoryOf(taxRate, document) === 'E'
              ? { 'cbc:TaxExemptionReason': document.exemptionReason?.trim() ?? '' }
              : {}),
            'cac:TaxScheme': { 'cbc:ID': 'VAT' },
          },
        })),
      },
    ],
    'cac:LegalMonetaryTotal': {
      ...of('cbc:LineExtensionAmount', sum(net.lines.map(({ netMinor }) => netMinor))),
      ...of('cbc:TaxExclusiveAmount', totals.netMinor),
      ...of('cbc:TaxInclusiveAmount', totals.totalMinor),
      ...(allowances === 0n ? {} : of('cbc:AllowanceTotalAmount', allowances)),
      ...(charges === 0n ? {} : of('cbc:ChargeTotalAmount', charges)),
      ...of('cbc:PayableAmount', totals.totalMinor),
    },
    'cac:InvoiceLine': [first, ...rest],
  };
}

function notesOf({ notes, reason }: PrintedDocument) {
  const texts = [reason, notes].flatMap((text) => (text?.trim() ? [text.trim()] : []));
  return texts.length === 0 ? {} : { 'cbc:Note': texts };
}

function termsOf({ credits, number }: PrintedDocument): string {
  return credits ? `Credited against ${credits.number}` : `Payable on receipt of ${number}`;
}

/** 58 is a SEPA transfer, 30 any other one, 1 none agreed: an account is not named to those who get money back. */
function paymentMeansOf({ kind, issuer, currency, number }: PrintedDocument) {
  const iban = kind === 'invoice' && issuer.iban ? electronicIban(issuer.iban) : null;
  const reference = creditorReference(number ?? '') ?? number ?? '';
  if (iban === null) return { 'cbc:PaymentMeansCode': '1', 'cbc:PaymentID': reference } as const;
  const bic = electronicBic(issuer.bic ?? '');
  return {
    'cbc:PaymentMeansCode': currency === 'EUR' ? '58' : '30',
    'cbc:PaymentID': reference,
    'cac:PayeeFinancialAccount': {
      'cbc:ID': iban,
      'cbc:Name': issuer.accountHolder ?? issuer.name,
      ...(bic ? { 'cac:FinancialInstitutionBranch': { 'cbc:ID': bic } } : {}),
    },
  } as const;
}

function discountsOf(document: PrintedDocument, discounts: readonly bigint[], amount: (minor: bigint) => string) {
  const currency = document.currency as Body['cbc:DocumentCurrencyCode'];
  const rows = document.totals.rates.flatMap(({ taxRate }, at) => {
    const discount = discounts[at] ?? 0n;
    if (discount === 0n) return [];
    const category = { 'cbc:ID': categoryOf(taxRate, document), 'cbc:Percent': percentOf(taxRate) };
    const taxCategory = { ...category, 'cac:TaxScheme': { 'cbc:ID': 'VAT' } };
    return [{ ...allowanceOf(discount, amount, currency), 'cac:TaxCategory': taxCategory }];
  });
  return rows.length === 0 ? {} : { 'cac:AllowanceCharge': rows };
}
