import type { z } from 'zod';
import { fromColumn } from '@/lib/dates';
import type { Prisma } from '@/lib/db/generated/client';
import { bands } from '@/lib/ledger/rule';
import type {
  Account,
  accountSummary,
  LedgerRow,
  ledgerEntry,
  Matching,
  Statement,
  Sums,
  statementAnswer,
} from '@/lib/ledger/schemas';
import { toDecimal } from '@/lib/money';

export const entryColumns = {
  ...{ id: true, partyId: true, entryOn: true, entryType: true, description: true, reference: true },
  ...{ debitMinor: true, creditMinor: true, balanceAfterMinor: true, currency: true, createdAt: true },
  ...{ invoiceId: true, paymentId: true, creditNoteId: true, refundId: true, postingNumber: true },
} satisfies Prisma.LedgerEntrySelect;

type Stored = Prisma.LedgerEntryGetPayload<{ select: typeof entryColumns }>;

/** A row of the database as an entry. */
export function rowOf({ balanceAfterMinor, entryOn, postingNumber: _number, ...row }: Stored): LedgerRow {
  return { ...row, entryOn: fromColumn(entryOn), balanceMinor: balanceAfterMinor };
}

/** An entry with decimals in its currency. */
export function toEntry({ debitMinor, creditMinor, balanceMinor, createdAt, ...row }: LedgerRow) {
  const decimal = (minor: bigint) => toDecimal(minor, row.currency);
  return {
    ...row,
    ...{ debit: decimal(debitMinor), credit: decimal(creditMinor), balance: decimal(balanceMinor) },
    createdAt: createdAt.toISOString(),
  } satisfies z.input<typeof ledgerEntry>;
}

const toSums = ({ debitsMinor, creditsMinor }: Sums, currency: string) => ({
  debits: toDecimal(debitsMinor, currency),
  credits: toDecimal(creditsMinor, currency),
});

/** The sums of the entries that match a filter. */
export const toTotals = (matching: Matching, currency: string) => ({
  ...toSums(matching, currency),
  count: matching.count,
});

/** What the client owes: credits minus debits, in minor units. */
export const balanceOf = ({ debitsMinor, creditsMinor }: Sums): bigint => creditsMinor - debitsMinor;

export function toSummary({ currency, byType, ...sums }: Account): z.input<typeof accountSummary> {
  return {
    ...{ currency, ...toSums(sums, currency), balanceDue: toDecimal(balanceOf(sums), currency) },
    byType: {
      invoice: toSums(byType.invoice, currency),
      payment: toSums(byType.payment, currency),
      refund: toSums(byType.refund, currency),
      adjustment: toSums(byType.adjustment, currency),
    },
  };
}

/** The sum of all open invoices of a statement, in minor units. */
export const agedOf = ({ ageing }: Statement): bigint => bands.reduce((sum, band) => sum + ageing[band], 0n);

export function toStatement(statement: Statement): z.input<typeof statementAnswer> {
  const { currency, dateFrom, dateTo, openingMinor, closingMinor, entries, ageing } = statement;
  const decimal = (minor: bigint) => toDecimal(minor, currency);
  return {
    ...{ currency, dateFrom, dateTo, ...toSums(statement, currency) },
    openingBalance: decimal(openingMinor),
    closingBalance: decimal(closingMinor),
    entries: entries.map((entry) => ({
      ...toEntry(entry),
      isBackDated: entry.isBackDated,
      postedOn: entry.postedOn,
    })),
    ageing: {
      current: decimal(ageing.current),
      days_1_30: decimal(ageing.days1To30),
      days_31_60: decimal(ageing.days31To60),
      days_61_90: decimal(ageing.days61To90),
      days_over_90: decimal(ageing.daysOver90),
      total: decimal(agedOf(statement)),
    },
    notAged: decimal(closingMinor - agedOf(statement)),
  };
}
