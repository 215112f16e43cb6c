import { fromColumn } from '@/lib/dates';
import type { ReadDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import { creditNoteColumns, toCreditNote } from '@/lib/invoices/credit-notes/columns';
import {
  type ClientCreditNoteFilter,
  type CreditNote,
  clientCreditNoteOrder,
  type FullCreditNote,
} from '@/lib/invoices/credit-notes/schemas';
import { issuer, party } from '@/lib/invoices/parties/schemas';
import { invoiceTotals } from '@/lib/invoices/rule';
import type { Page } from '@/lib/paging';

/** The credit notes of the client, the latest date first. Throws VALIDATION on `cursor`. */
export async function listCreditNotes(db: ReadDb, filter: ClientCreditNoteFilter): Promise<Page<CreditNote>> {
  const rows = await db.creditNote.findMany({ ...clientCreditNoteOrder.seek(filter, {}), select: creditNoteColumns });
  const { data, nextCursor } = clientCreditNoteOrder.page(rows, filter);
  return { data: data.map(toCreditNote), nextCursor };
}

const lineColumns = {
  ...{ id: true, description: true, quantityThousandth: true, unitPriceTenThousandth: true },
  ...{ discountRate: true, discountMinor: true, taxRate: true, amountMinor: true },
} as const;

const fullColumns = {
  ...creditNoteColumns,
  ...{ pricesIncludeTax: true, discountRate: true, discountMinor: true, exemptionReason: true, verifyCode: true },
  ...{ issuer: true, recipient: true, invoice: { select: { number: true, issuedOn: true } } },
  lines: { select: lineColumns, orderBy: { position: 'asc' } },
} as const;

/** One credit note with its lines and taxes. Throws NOT_FOUND. */
export async function getCreditNote(db: ReadDb, { id }: { id: string }): Promise<FullCreditNote> {
  const row = orNotFound(await db.creditNote.findUnique({ where: { id }, select: fullColumns }));
  const { pricesIncludeTax, discountRate, discountMinor, exemptionReason, verifyCode, invoice, lines } = row;
  const note = toCreditNote(row);
  return {
    ...note,
    ...{ pricesIncludeTax, discountRate, discountMinor, exemptionReason, verifyCode, lines },
    invoiceIssuedOn: fromColumn(invoice.issuedOn) ?? note.issuedOn,
    issuer: issuer.safeParse(row.issuer).data ?? null,
    recipient: party.safeParse(row.recipient).data ?? null,
    totals: invoiceTotals(lines, row),
  };
}
