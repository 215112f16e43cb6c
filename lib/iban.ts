import { electronicFormatIBAN, friendlyFormatIBAN, isValidBIC, isValidIBAN } from 'ibantools';

/** A typed IBAN as machines write it, without blanks: “DE02 1203 …” → “DE021203…”. Null for anything but a valid IBAN. */
export function electronicIban(text: string): string | null {
  const iban = electronicFormatIBAN(text);
  return iban !== null && isValidIBAN(iban) ? iban : null;
}

/** An IBAN in groups of four, as people read it. A text that is no IBAN is returned as it is. */
export function groupedIban(iban: string): string {
  return (electronicIban(iban) && friendlyFormatIBAN(iban)) ?? iban;
}

/** A typed BIC in capitals and without blanks, 8 or 11 characters; null for anything else. */
export function electronicBic(text: string): string | null {
  const bic = text.replace(/\s/g, '').toUpperCase();
  return isValidBIC(bic) ? bic : null;
}
