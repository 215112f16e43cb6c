import { z } from 'zod';

/** The code of a printed document: 32 letters and digits with at least 122 random bits. */
export const paperCode = z.string().regex(/^[a-z0-9]{32}$/);

/** What a printed document says of itself, for whoever holds its code. */
export type Paper = {
  kind: 'invoice' | 'credit_note' | 'statement';
  issuer: string;
  /** Null for a statement. */
  number: string | null;
  /** The calendar date of the issue; of a statement the day when it was drawn. */
  issuedOn: string;
  /** The span of a statement. */
  fromOn: string | null;
  toOn: string | null;
  /** In minor units; of a statement its closing balance. */
  totalMinor: bigint;
  currency: string;
  /** The last four characters of the bank account. */
  accountEnd: string | null;
  isVoid: boolean;
  /** What credit notes have taken back of an invoice so far. */
  creditedMinor: bigint;
};
