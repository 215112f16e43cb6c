import type { PrintedDocument, PrintedParty } from '@/lib/invoices/printed/document';
import { scaled } from '@/lib/invoices/printed/figures';
import { addressOf } from '@/lib/invoices/printed/xml-party';
import { exponentOf } from '@/lib/money';

/** An XML of the European standard EN 16931: in the syntax CII or UBL, or UBL by the German rules of XRechnung. */
export const xmlFormats = ['cii', 'ubl', 'xrechnung'] as const;
export type XmlFormat = (typeof xmlFormats)[number];

/** What a document lacks for its XML: a field of a party, or the reason why this document has none. */
export type XmlLack =
  | 'status'
  | 'currency'
  | 'issuer.taxNumber'
  | 'issuer.address'
  | 'issuer.countryCode'
  | 'issuer.email'
  | 'issuer.phone'
  | 'recipient.address'
  | 'recipient.countryCode'
  | 'recipient.email';

/**
 * What a document lacks for its XML; an empty list where it has one. Drafts and void documents have none, nor do currencies with
 * more than two decimals, which EN 16931 does not know (BR-DEC). XRechnung asks for more: post code and town in both
 * addresses (BR-DE-3, 4, 8, 9), telephone and e-mail of the issuer (BR-DE-6, 7), an electronic address of both.
 */
export function missingForXml(document: PrintedDocument, format: XmlFormat = 'cii'): XmlLack[] {
  const { issuer, recipient, currency, status, number, issuedOn } = document;
  const lacks: [XmlLack, boolean][] = [
    ['status', status !== 'issued' || number === null || issuedOn === null],
    ['currency', exponentOf(currency) > 2],
    ['issuer.taxNumber', !issuer.taxNumber?.trim()],
    ['issuer.address', !issuer.address?.trim() || (format === 'xrechnung' && !hasTown(issuer))],
    ['issuer.countryCode', issuer.countryCode === null],
    ['recipient.countryCode', recipient.countryCode === null],
  ];
  const german: [XmlLack, boolean][] = [
    ['issuer.email', !issuer.email],
    ['issuer.phone', !issuer.phone],
    ['recipient.address', !hasTown(recipient)],
    ['recipient.email', !recipient.email],
  ];
  return [...lacks, ...(format === 'xrechnung' ? german : [])].filter(([, lacking]) => lacking).map(([lack]) => lack);
}

function hasTown(party: PrintedParty): boolean {
  const { town, postCode } = addressOf(party);
  return town !== null && postCode !== null;
}

/** The category of a tax rate by UNCL5305: S with tax; without, E where the document gives a reason and Z where it gives none. */
export function categoryOf(taxRate: number, { exemptionReason }: PrintedDocument): 'S' | 'E' | 'Z' {
  if (taxRate > 0) return 'S';
  return exemptionReason?.trim() ? 'E' : 'Z';
}

/** A rate in percent: 88_750 → “8.875”. */
export function percentOf(taxRate: number): string {
  return scaled(BigInt(taxRate), 4);
}
