import type { PrintedDocument, PrintedParty } from '@/lib/invoices/printed/document';
import { scaled } from '@/lib/invoices/printed/figures';
import { type EInvoice, type XmlFormat, type XmlLack, xmlFormats } from '@/lib/invoices/printed/xml-format';
import { addressOf } from '@/lib/invoices/printed/xml-party';
import { exponentOf } from '@/lib/money';

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

/** The formats that a document has, and what it lacks where it has none. */
export function eInvoiceOf(document: PrintedDocument): EInvoice {
  const formats = xmlFormats.filter((format) => missingForXml(document, format).length === 0);
  return { formats, lacks: missingForXml(document) };
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
