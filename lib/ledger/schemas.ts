import { z } from 'zod';
import { calendarDate } from '@/lib/dates';
import type { LedgerEntryType } from '@/lib/db/generated/enums';
import { decimal, line, recordId } from '@/lib/fields';
import type { Day } from '@/lib/format';
import { type Ageing, entryTypes, handKinds } from '@/lib/ledger/rule';
import { listOrder, pageQuery } from '@/lib/paging';

export const entryType = z.enum(entryTypes);

/** An entry of an account. Amounts are decimals in the account's currency. */
export const ledgerEntry = z.object({
  id: z.uuid(),
  partyId: z.uuid(),
  entryOn: z.iso.date(),
  entryType,
  description: z.string(),
  reference: z.string().nullable(),
  debit: z.string().describe('Reduces what the client owes.'),
  credit: z.string().describe('The client owes it.'),
  balance: z.string().describe('Credits minus debits up to and including this entry, in the order of posting.'),
  currency: z.string(),
  invoiceId: z.uuid().nullable(),
  paymentId: z.uuid().nullable(),
  creditNoteId: z.uuid().nullable(),
  refundId: z.uuid().nullable(),
  createdAt: z.iso.datetime(),
});

const sums = z.object({ debits: z.string(), credits: z.string() });

/** The whole account. A positive balance is owed by the client, a negative one is the client's credit. */
export const accountSummary = z.object({
  currency: z.string(),
  debits: z.string(),
  credits: z.string(),
  balanceDue: z.string(),
  byType: z.object({ invoice: sums, payment: sums, refund: sums, adjustment: sums }),
});

const totals = sums.extend({ count: z.number().int() });

const page = z.object({ data: z.array(ledgerEntry), nextCursor: z.string().nullable() });

/** A page of one account: `summary` is over all of it, `totals` over the entries that match. */
export const ledgerAnswer = page.extend({ summary: accountSummary, totals });

/** A page of all accounts or of one: `totals` are over the entries that match, for each currency. */
export const teamLedgerAnswer = page.extend({
  summary: accountSummary.nullable().describe('Of the account of `party_id`; null without one.'),
  totals: z.array(totals.extend({ currency: z.string() })),
});

const matching = {
  entryType: entryType.optional(),
  dateFrom: calendarDate.optional(),
  dateTo: calendarDate.optional(),
};

/** One account, the latest posting first. */
export const postingOrder = listOrder('LedgerEntry', 'ledger', [
  { column: 'postingNumber', kind: 'whole', direction: 'desc' },
  { column: 'id', kind: 'id' },
]);

/** All accounts, the latest posting first. */
export const timeOrder = listOrder('LedgerEntry', 'all-ledgers', [
  { column: 'createdAt', kind: 'instant', direction: 'desc' },
  { column: 'id', kind: 'id' },
]);

export const ledgerFilter = pageQuery(postingOrder).extend(matching);
export const teamLedgerFilter = pageQuery(postingOrder, timeOrder).extend({
  ...matching,
  partyId: recordId().optional(),
});

export const statementFilter = z.strictObject({ dateFrom: calendarDate, dateTo: calendarDate });
export const statementPageFilter = statementFilter.partial();
export const teamStatementFilter = statementFilter.extend({ id: recordId() });

/** What is open by the days since it was due, in decimals of one currency. */
export const ageing = z.object({
  current: z.string(),
  days_1_30: z.string(),
  days_31_60: z.string(),
  days_61_90: z.string(),
  days_over_90: z.string(),
  total: z.string(),
});

/** An account over a span of dates. Balances follow the dates of the entries, not the order of posting. */
export const statementAnswer = z.object({
  currency: z.string(),
  dateFrom: z.iso.date(),
  dateTo: z.iso.date(),
  openingBalance: z.string(),
  closingBalance: z.string(),
  debits: z.string(),
  credits: z.string(),
  entries: z.array(
    ledgerEntry.extend({
      isBackDated: z.boolean().describe('Posted after an entry with a later date.'),
      postedOn: z.iso.date().describe("The date of posting in the business's time zone."),
    }),
  ),
  ageing: ageing.describe('Open invoices on `date_to` by the days since they were due.'),
  notAged: z.string().describe('The closing balance without the open invoices: credit of the client, entries by hand.'),
});

export const postEntryInput = z.strictObject({
  partyType: z.literal('client').default('client'),
  partyId: recordId('unknownClient').describe('A client, or one of its people.'),
  entryType,
  debit: decimal.optional(),
  credit: decimal.optional(),
  entryOn: calendarDate,
  description: line(300),
  reference: line(100).nullish(),
});

/** The form of an entry by hand: one amount, and a word for the type and the side. */
export const postFormInput = postEntryInput
  .omit({ partyType: true, entryType: true, debit: true, credit: true })
  .extend({ kind: z.enum(handKinds), amount: decimal });

export type PostFormInput = z.output<typeof postFormInput>;
export type LedgerFilter = z.output<typeof ledgerFilter>;
/** The filter of a page without a cursor of the other order: one account is read by posting, all of them by time. */
export function withOwnCursor<F extends { partyId?: string | undefined; cursor?: string | undefined }>(filter: F): F {
  const order = filter.partyId === undefined ? timeOrder : postingOrder;
  return filter.cursor === undefined || order.accepts(filter.cursor) ? filter : { ...filter, cursor: undefined };
}

export type TeamLedgerFilter = z.output<typeof teamLedgerFilter>;
export type StatementFilter = z.output<typeof statementFilter>;
export type PostEntryInput = z.output<typeof postEntryInput>;

/** An entry with exact amounts in minor units. */
export type LedgerRow = {
  id: string;
  partyId: string;
  entryOn: Day;
  entryType: LedgerEntryType;
  description: string;
  reference: string | null;
  debitMinor: bigint;
  creditMinor: bigint;
  balanceMinor: bigint;
  currency: string;
  invoiceId: string | null;
  paymentId: string | null;
  creditNoteId: string | null;
  refundId: string | null;
  createdAt: Date;
};

export type Sums = { debitsMinor: bigint; creditsMinor: bigint };
export type Matching = Sums & { count: number };
export type Account = Sums & { currency: string; byType: Record<LedgerEntryType, Sums>; matching: Matching };
export type StatementRow = LedgerRow & { isBackDated: boolean; postedOn: Day };

export type Statement = StatementFilter &
  Sums & {
    clientName: string;
    currency: string;
    openingMinor: bigint;
    closingMinor: bigint;
    entries: StatementRow[];
    ageing: Ageing;
  };
