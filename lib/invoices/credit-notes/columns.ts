import type { z } from 'zod';
import { fromColumn } from '@/lib/dates';
import type { Prisma } from '@/lib/db/generated/client';
import { linesOf, percentOf } from '@/lib/invoices/columns';
import type {
  CreditNote,
  CreditNoteSums,
  creditNoteDetail,
  creditNoteSummary,
  FullCreditNote,
} from '@/lib/invoices/credit-notes/schemas';
import { toDecimal } from '@/lib/money';

/** The columns of a credit note in a list; all of them are readable by its client. */
export const creditNoteColumns = {
  ...{ id: true, number: true, invoiceId: true, clientId: true, projectId: true, issuedOn: true, reason: true },
  ...{ currency: true, netMinor: true, taxMinor: true, totalMinor: true, createdAt: true },
  invoice: { select: { number: true } },
  client: { select: { name: true } },
  project: { select: { name: true } },
} satisfies Prisma.CreditNoteSelect;

type Row = Prisma.CreditNoteGetPayload<{ select: typeof creditNoteColumns }>;

/** A row of `creditNoteColumns`. */
export function toCreditNote({ invoice, client, project, issuedOn, createdAt, ...row }: Row): CreditNote {
  return {
    ...row,
    invoiceNumber: invoice.number ?? '',
    clientName: client.name,
    projectName: project?.name ?? null,
    issuedOn: fromColumn(issuedOn),
    createdAt: createdAt.toISOString(),
  };
}

/** A credit note of a list as the API writes it. */
export function creditNoteOf(note: CreditNote): z.input<typeof creditNoteSummary> {
  const decimal = (minor: bigint) => toDecimal(minor, note.currency);
  return { ...note, net: decimal(note.netMinor), tax: decimal(note.taxMinor), total: decimal(note.totalMinor) };
}

/** One credit note as the API writes it. */
export function fullCreditNoteOf(note: FullCreditNote): z.input<typeof creditNoteDetail> {
  const { currency, totals, lines, discountRate, discountMinor } = note;
  return {
    ...note,
    ...creditNoteOf(note),
    discountPercent: discountRate === null ? null : percentOf(discountRate),
    discountAmount: discountMinor === null ? null : toDecimal(discountMinor, currency),
    discount: toDecimal(totals.discountMinor, currency),
    ...linesOf(lines, totals, currency),
  };
}

/** Sums of credit notes as the API writes them. */
export const creditNoteSumsOf = ({ count, currency, totalMinor }: CreditNoteSums) => ({
  ...{ count, currency, total: toDecimal(totalMinor, currency) },
});
