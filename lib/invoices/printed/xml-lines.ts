import type { Invoice } from '@e-invoice-eu/core';
import type { PrintedDocument, PrintedLine } from '@/lib/invoices/printed/document';
import { scaled } from '@/lib/invoices/printed/figures';
import type { NetLine } from '@/lib/invoices/printed/net-lines';
import { categoryOf, percentOf } from '@/lib/invoices/printed/xml-missing';
import { toDecimal } from '@/lib/money';
import { settable } from '@/lib/pdf/letters';

type Body = Invoice['ubl:Invoice'];
export type XmlLine = Body['cac:InvoiceLine'][number];
type Currency = Body['cbc:DocumentCurrencyCode'];

const longestName = 200;

/**
 * A line of the XML. A net price is as typed. Where prices include tax, the price is the net amount of the whole quantity, so
 * that quantity × price is the line's amount exactly; a negative price becomes a negative quantity (BR-27).
 */
export function xmlLine(document: PrintedDocument, line: PrintedLine, net: NetLine, id: number): XmlLine {
  const currency = document.currency as Currency; // checked by missingForXml against ISO 4217
  const amount = (minor: bigint) => toDecimal(minor, currency);
  return {
    'cbc:ID': String(id),
    ...quantityOf(document, line, net),
    'cbc:LineExtensionAmount': amount(net.netMinor),
    'cbc:LineExtensionAmount@currencyID': currency,
    ...(net.discountMinor === 0n ? {} : { 'cac:AllowanceCharge': [allowanceOf(net.discountMinor, amount, currency)] }),
    'cac:Item': {
      ...namesOf(line.description),
      'cac:ClassifiedTaxCategory': {
        'cbc:ID': categoryOf(line.taxRate, document),
        'cbc:Percent': percentOf(line.taxRate),
        'cac:TaxScheme': { 'cbc:ID': 'VAT' },
      },
    },
    'cac:Price': priceOf(document, line, net),
  };
}

/** A discount as an allowance, or as a charge where it is negative, as on a negative line; 95 and ZZZ are the codes for them. */
export function allowanceOf(discountMinor: bigint, amount: (minor: bigint) => string, currency: Currency) {
  const isCharge = discountMinor < 0n;
  return {
    'cbc:ChargeIndicator': String(isCharge),
    ...(isCharge ? {} : ({ 'cbc:AllowanceChargeReasonCode': '95' } as const)),
    'cbc:AllowanceChargeReason': 'Discount',
    'cbc:Amount': amount(isCharge ? -discountMinor : discountMinor),
    'cbc:Amount@currencyID': currency,
  };
}

function quantityOf({ pricesIncludeTax }: PrintedDocument, line: PrintedLine, { fullMinor }: NetLine) {
  const { quantityThousandth: quantity, unitPriceTenThousandth: price } = line;
  const positive = quantity < 0n ? -quantity : quantity;
  const negative = pricesIncludeTax ? fullMinor < 0n : quantity < 0n !== price < 0n;
  return {
    'cbc:InvoicedQuantity': scaled(negative ? -positive : positive, 3),
    'cbc:InvoicedQuantity@unitCode': 'C62', // one, a unit without a name
  } as const;
}

function priceOf({ currency, pricesIncludeTax }: PrintedDocument, line: PrintedLine, { fullMinor }: NetLine) {
  const { quantityThousandth: quantity, unitPriceTenThousandth: price } = line;
  const of = { 'cbc:PriceAmount@currencyID': currency as Currency };
  if (!pricesIncludeTax || quantity === 0n) return { 'cbc:PriceAmount': scaled(price < 0n ? -price : price, 4), ...of };
  return {
    'cbc:PriceAmount': toDecimal(fullMinor < 0n ? -fullMinor : fullMinor, currency),
    ...of,
    'cbc:BaseQuantity': scaled(quantity < 0n ? -quantity : quantity, 3),
    'cbc:BaseQuantity@unitCode': 'C62',
  } as const;
}

/** A name in one line; a description that does not fit into it follows whole. */
function namesOf(description: string) {
  const whole = settable(description).trim();
  const [first = ''] = whole.split('\n');
  const name = [...first].slice(0, longestName).join('').trim();
  return { ...(name === whole ? {} : { 'cbc:Description': whole }), 'cbc:Name': name };
}
