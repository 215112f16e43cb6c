import type { Invoice } from '@e-invoice-eu/core';
import type { PrintedParty } from '@/lib/invoices/printed/document';
import { linesIn } from '@/lib/pdf/letters';

type Body = Invoice['ubl:Invoice'];
type Seller = Body['cac:AccountingSupplierParty']['cac:Party'];
type Buyer = Body['cac:AccountingCustomerParty']['cac:Party'];

type Address = { lines: string[]; postCode: string | null; town: string | null };

/** “1200-195 Lisboa”, “D-80331 München”, “SW1A 1AA London” and “London SW1A 1AA”, “Springfield, IL 62701”. */
const [codeFirst, codeLast] = [
  /^(?:[A-Z]{1,3}[- ])?(\d[\d -]{2,8}\d(?: ?[A-Z]{2}(?= ))?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})[ ,]+(\p{L}.*)$/u,
  /^(\p{L}.*?)[ ,]+(\d[\d -]{2,8}\d|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})$/u,
];

/** An address in its parts: post code and town from the lowest line that has both. What follows it, the country, is left out. */
export function addressOf({ address }: Pick<PrintedParty, 'address'>): Address {
  const all = linesIn(address);
  for (let at = all.length - 1; at >= 0; at--) {
    const line = all[at] ?? '';
    const [, firstCode, firstTown] = codeFirst.exec(line) ?? [];
    const [, lastTown, lastCode] = codeLast.exec(line) ?? [];
    const [postCode, town] = firstCode ? [firstCode, firstTown] : [lastCode, lastTown];
    // The first line is the street, with its number.
    if (postCode && town && at > 0) return { lines: all.slice(0, at), postCode: postCode.trim(), town: town.trim() };
  }
  return { lines: all, postCode: null, town: null };
}

export function sellerOf(issuer: PrintedParty): Seller {
  const { name, email, phone } = issuer;
  const tax = taxNumberOf(issuer);
  return {
    ...endpointOf(issuer),
    // A receiver must be able to tell sellers apart (BR-CO-26); a VAT identifier does that by itself.
    ...(tax.isVat ? {} : { 'cac:PartyIdentification': [{ 'cbc:ID': tax.text }] }),
    'cac:PostalAddress': postalAddressOf(issuer) as Seller['cac:PostalAddress'],
    'cac:PartyTaxScheme': [{ 'cbc:CompanyID': tax.text, 'cac:TaxScheme': { 'cbc:ID': tax.isVat ? 'VAT' : 'FC' } }],
    'cac:PartyLegalEntity': { 'cbc:RegistrationName': name },
    'cac:Contact': {
      'cbc:Name': name,
      ...(phone ? { 'cbc:Telephone': phone } : {}),
      ...(email ? { 'cbc:ElectronicMail': email } : {}),
    },
  };
}

export function buyerOf(recipient: PrintedParty): Buyer {
  const tax = taxNumberOf(recipient);
  return {
    ...endpointOf(recipient),
    'cac:PostalAddress': postalAddressOf(recipient) as Buyer['cac:PostalAddress'],
    ...(tax.isVat ? { 'cac:PartyTaxScheme': { 'cbc:CompanyID': tax.text, 'cac:TaxScheme': { 'cbc:ID': 'VAT' } } } : {}),
    'cac:PartyLegalEntity': { 'cbc:RegistrationName': recipient.name },
  };
}

/**
 * A tax number and whether it is a VAT identifier, which begins with its country's code (BR-CO-9); Greece writes EL, Northern
 * Ireland XI. Any other number is a national one.
 */
export function taxNumberOf({ taxNumber, countryCode }: Pick<PrintedParty, 'taxNumber' | 'countryCode'>) {
  const text = (taxNumber ?? '').trim();
  const compact = text.toUpperCase().replace(/[^0-9A-Z+*]/g, '');
  const prefixes = { GR: ['EL', 'GR'], GB: ['GB', 'XI'] }[countryCode ?? ''] ?? [countryCode];
  const isVat = prefixes.some((prefix) => prefix && compact.startsWith(prefix)) && /^[A-Z]{2}.*\d/.test(compact);
  return { text: isVat ? compact : text, isVat };
}

function endpointOf({ email }: PrintedParty) {
  return email ? ({ 'cbc:EndpointID': email, 'cbc:EndpointID@schemeID': 'EM' } as const) : {};
}

function postalAddressOf(party: PrintedParty) {
  const { lines, postCode, town } = addressOf(party);
  const [street, additional, ...rest] = lines;
  return {
    ...(street ? { 'cbc:StreetName': street } : {}),
    ...(additional ? { 'cbc:AdditionalStreetName': additional } : {}),
    ...(town ? { 'cbc:CityName': town } : {}),
    ...(postCode ? { 'cbc:PostalZone': postCode } : {}),
    ...(rest.length > 0 ? { 'cac:AddressLine': { 'cbc:Line': rest.join(', ') } } : {}),
    'cac:Country': { 'cbc:IdentificationCode': party.countryCode },
  };
}
