import type { LedgerEntryType, PaymentMethod } from '@/lib/db/generated/enums';
import type { Workday } from '@/prisma/seed/clock';
import type { ClientStory, ProjectStory } from '@/prisma/seed/story';

export type LineStory = readonly [
  description: string,
  quantityThousandth: bigint,
  unitPriceMinor: bigint,
  taxRateBasisPoints: number,
];

export type PaymentStory = {
  on: Workday;
  /** What is still open, unless said. */
  amountMinor?: bigint;
  method: PaymentMethod;
  reference: string;
};

export type InvoiceStory = {
  project: ProjectStory;
  drafted: Workday;
  /** A draft has not been issued. */
  issued?: Workday;
  /** Calendar days to pay. */
  termDays: number;
  notes?: string;
  lines: LineStory[];
  payments?: PaymentStory[];
  voided?: { on: Workday; reason: string };
};

/** A posting that no invoice causes: a payment on account, a refund, or an adjustment that charges or relieves. */
export type PostingStory = {
  client: ClientStory;
  on: Workday;
  description: string;
  reference: string;
  amountMinor: bigint;
} & (
  | { entryType: Extract<LedgerEntryType, 'payment'>; method: PaymentMethod }
  | { entryType: Extract<LedgerEntryType, 'refund'> }
  | { entryType: Extract<LedgerEntryType, 'adjustment'>; side: 'charge' | 'relief' }
);
