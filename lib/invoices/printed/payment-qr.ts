import { electronicBic, electronicIban } from '@/lib/iban';
import { creditorReference } from '@/lib/invoices/printed/reference';
import { toDecimal } from '@/lib/money';

type Transfer = {
  name: string;
  iban: string;
  bic: string | null;
  currency: string;
  amountMinor: bigint;
  /** A structured reference of ISO 11649, or else a text. */
  reference: string | null;
  text: string | null;
};

const mostMinor = 99_999_999_999n; // 999,999,999.99
const mostBytes = 331;

/**
 * The content of a QR code for a SEPA credit transfer, by EPC069-12 version 002 in UTF-8. Null where the standard has none: a
 * currency other than the euro, an amount outside 0.01 to 999,999,999.99, no valid IBAN, no name.
 */
export function paymentQrText(transfer: Transfer): string | null {
  const { currency, amountMinor, reference } = transfer;
  const iban = electronicIban(transfer.iban);
  const name = shortened(transfer.name, 70);
  if (currency !== 'EUR' || amountMinor < 1n || amountMinor > mostMinor || iban === null || name === '') return null;
  const fields = [
    ...['BCD', '002', '1', 'SCT', electronicBic(transfer.bic ?? '') ?? '', name, iban],
    ...[`EUR${toDecimal(amountMinor, currency)}`, '', reference ?? ''],
    reference === null ? shortened(transfer.text ?? '', 140) : '',
  ];
  const text = fields.join('\n').replace(/\n+$/, '');
  return Buffer.byteLength(text) <= mostBytes ? text : null;
}

type Payable = {
  issuer: { name: string; accountHolder: string | null; iban: string | null; bic: string | null };
  currency: string;
  openMinor: bigint;
  number: string | null;
};

/** The content of the QR code that pays what is left of a document; null where its bank transfer has none. */
export function paymentCodeOf({ issuer, currency, openMinor, number }: Payable): string | null {
  if (issuer.iban === null) return null;
  const { structured, text } = referenceOf(number ?? '');
  const name = issuer.accountHolder ?? issuer.name;
  return paymentQrText({
    ...{ name, iban: issuer.iban, bic: issuer.bic },
    ...{ currency, amountMinor: openMinor, reference: structured, text },
  });
}

/** How a payment names its document: by a creditor reference, or by the number where that has none. */
export function referenceOf(number: string): { structured: string | null; text: string } {
  return { structured: creditorReference(number), text: number };
}

/** One line of at most `most` characters. */
function shortened(text: string, most: number): string {
  return [...text.replace(/\s+/g, ' ').trim()].slice(0, most).join('').trim();
}
