import { z } from 'zod';

const words = z.string().nullable().default(null);

/** The recipient of an invoice as it was at issue. `address` has its lines. */
export const party = z.object({
  name: z.string(),
  address: words,
  taxNumber: words,
  email: words,
  phone: words,
  website: words,
  countryCode: words,
});

/** The business as it was at issue, with the account that it is paid to. */
export const issuer = party.extend({
  iban: words,
  bic: words,
  accountHolder: words,
  footer: words,
  accent: z.string(),
});

export type Party = z.output<typeof party>;
export type Issuer = z.output<typeof issuer>;
