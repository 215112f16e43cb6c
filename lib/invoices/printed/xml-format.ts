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

/** The formats of a document's e-invoice, and what it lacks for the first. */
export type EInvoice = { formats: XmlFormat[]; lacks: XmlLack[] };
