import type { Day } from '@/lib/calendar';
import type { Discount, InvoiceTotals, PricedLine } from '@/lib/invoices/rule';

/** A party as it stood when the document was issued. The address is in lines, the country code of ISO 3166. */
export type PrintedParty = {
  name: string;
  address: string | null;
  taxNumber: string | null;
  email: string | null;
  phone: string | null;
  website: string | null;
  countryCode: string | null;
};

/** A line with its amount after the discount, net or with tax as the prices are. */
export type PrintedLine = PricedLine & { description: string; amountMinor: bigint };

/**
 * An invoice or a credit note with everything that its PDF and its XML say: the input of pure functions. Rates are in
 * ten-thousandths of a percent, amounts in minor units of the currency.
 */
export type PrintedDocument = Discount & {
  kind: 'invoice' | 'credit_note';
  /** Null for a draft. */
  number: string | null;
  status: 'draft' | 'issued' | 'void';
  issuedOn: Day | null;
  dueOn: Day | null;
  /** The invoice that a credit note takes back. */
  credits: { number: string; issuedOn: Day } | null;
  currency: string;
  pricesIncludeTax: boolean;
  issuer: PrintedParty & {
    iban: string | null;
    bic: string | null;
    accountHolder: string | null;
    accent: string;
    footer: string | null;
  };
  /** A PNG or JPEG. */
  logo: Uint8Array | null;
  recipient: PrintedParty;
  project: string | null;
  notes: string | null;
  exemptionReason: string | null;
  /** Of a credit note. */
  reason: string | null;
  lines: PrintedLine[];
  totals: InvoiceTotals;
  paidMinor: bigint;
  creditedMinor: bigint;
  openMinor: bigint;
  verifyUrl: string | null;
};
