import type { AdminActor } from '@/lib/authz/actor';
import { addDays, fromColumn, today } from '@/lib/dates';
import type { WriteDb } from '@/lib/db/handles';
import { defineEdit } from '@/lib/edits/edit';
import { type AppError, conflict, type FieldMessage, invalid, orNotFound } from '@/lib/errors';
import type { Day } from '@/lib/format';
import { detailOf } from '@/lib/invoices/columns';
import type { InvoiceLineInput } from '@/lib/invoices/drafts/schemas';
import { getInvoice } from '@/lib/invoices/queries';
import {
  type Discount,
  type InvoiceStatus,
  type InvoiceTotals,
  invoiceTotals,
  lineAmount,
  type PricedLine,
} from '@/lib/invoices/rule';
import { lockAccount } from '@/lib/ledger/posting';
import { largestAmount } from '@/lib/ledger/rule';
import { fromDecimal } from '@/lib/money';

type Errors = Record<string, FieldMessage>;
type TypedDiscount = { discountPercent?: number | null | undefined; discountAmount?: string | null | undefined };

/** A line as it is stored, with the id that an input named for it. */
export type CheckedLine = PricedLine & {
  id: string | null;
  description: string;
  amountMinor: bigint;
  timeEntryIds: string[] | null;
};

export type Priced = Discount & { lines: CheckedLine[]; totals: InvoiceTotals };
export type Terms = { currency: string; pricesIncludeTax: boolean; taxRate: number };

/** The lines with their amounts and totals. Throws VALIDATION with every wrong field, as in `lines.0.discountAmount`. */
export function priced(lines: readonly InvoiceLineInput[], typed: TypedDiscount, terms: Terms): Priced {
  const errors: Errors = {};
  const checked = lines.map((line, at) => {
    const part = `lines.${at}.`;
    const discount = discountFrom(line, terms.currency, part, errors);
    const { quantity: quantityThousandth, unitPrice: unitPriceTenThousandth } = line;
    const price = { quantityThousandth, unitPriceTenThousandth };
    const full = lineAmount({ ...price, discountRate: null, discountMinor: null }, terms.currency);
    if (tooLarge(full)) errors[`${part}unitPrice`] = { key: 'amountTooLarge' };
    if (discount.discountMinor !== null && discount.discountMinor > full)
      errors[`${part}discountAmount`] = { key: 'discountTooLarge' };
    const taxRate = line.taxRate ?? terms.taxRate;
    const amountMinor = lineAmount({ ...price, ...discount }, terms.currency);
    const { description, timeEntryIds = null } = line;
    return { id: line.id ?? null, description, ...price, ...discount, taxRate, amountMinor, timeEntryIds };
  });
  const discount = discountFrom(typed, terms.currency, '', errors);
  refuse(errors);
  const totals = invoiceTotals(checked, { ...terms, ...discount });
  if ((discount.discountMinor ?? 0n) > (totals.linesMinor < 0n ? 0n : totals.linesMinor))
    errors.discountAmount = { key: 'discountTooLarge' };
  else if (totals.totalMinor < 0n) errors.lines = { key: 'negativeTotal' };
  else if ([totals.linesMinor, totals.netMinor, totals.totalMinor].some(tooLarge))
    errors.lines = { key: 'amountTooLarge' };
  refuse(errors);
  return { ...discount, lines: checked, totals };
}

function discountFrom(typed: TypedDiscount, currency: string, part: string, errors: Errors): Discount {
  const { discountPercent: discountRate = null, discountAmount } = typed;
  if (discountAmount === null || discountAmount === undefined) return { discountRate, discountMinor: null };
  if (discountRate !== null) errors[`${part}discountAmount`] = { key: 'oneDiscount' };
  const discountMinor = fromDecimal(discountAmount, currency);
  if (discountMinor === null || discountMinor < 0n)
    errors[`${part}discountAmount`] = { key: 'amount', params: { currency } };
  return { discountRate: null, discountMinor };
}

const tooLarge = (amount: bigint) => amount > largestAmount || amount < -largestAmount;

function refuse(errors: Errors): void {
  if (Object.keys(errors).length > 0) throw invalid(errors);
}

/** Throws VALIDATION unless the project belongs to the client. */
export async function requireProjectOf(db: WriteDb, projectId: string, clientId: string): Promise<void> {
  const project = await db.project.findUnique({ where: { id: projectId }, select: { clientId: true } });
  if (!project) throw invalid({ projectId: 'unknownProject' });
  if (project.clientId !== clientId) throw invalid({ projectId: 'otherClientsProject' });
}

/** An invoice after the account of its client is locked, so that its state stays until commit. Throws NOT_FOUND. */
export async function lockInvoice(db: WriteDb, id: string) {
  const { clientId } = orNotFound(await db.invoice.findUnique({ where: { id }, select: { clientId: true } }));
  await lockAccount(db, clientId);
  const select = {
    ...{ id: true, clientId: true, projectId: true, number: true, status: true, currency: true, totalMinor: true },
    ...{
      paidMinor: true,
      creditedMinor: true,
      openMinor: true,
      dueOn: true,
      pricesIncludeTax: true,
      _count: { select: { lines: true } },
    },
  } as const;
  const { dueOn, ...invoice } = orNotFound(await db.invoice.findUnique({ where: { id }, select }));
  return { ...invoice, dueOn: fromColumn(dueOn) };
}

/** Throws CONFLICT unless the invoice has this status. */
export function requireStatus(
  { status, number }: { status: InvoiceStatus; number: string | null },
  wanted: InvoiceStatus,
) {
  if (status === wanted) return;
  throw conflict(wanted === 'draft' ? 'invoiceIssued' : status === 'draft' ? 'invoiceDraft' : 'invoiceVoid', {
    number: number ?? '',
  });
}

/** The farthest date of issue before and after today, and the longest term, in days. */
const bounds = { past: 3653, future: 366, term: 1827 };

/** The dates of an issue. Throws VALIDATION for dates outside reason. */
export function issueDates(
  typed: { issuedOn?: Day | null | undefined; dueOn?: Day | null | undefined },
  draft: { dueOn: Day | null },
  { now, termDays }: { now: Day; termDays: number },
): { issuedOn: Day; dueOn: Day } {
  const issuedOn = typed.issuedOn ?? now;
  const errors: Errors = {};
  if (issuedOn < addDays(now, -bounds.past) || issuedOn > addDays(now, bounds.future))
    errors.issuedOn = { key: 'dateFar' };
  const dueOn = typed.dueOn ?? draft.dueOn ?? addDays(issuedOn, termDays);
  if (dueOn < issuedOn) errors.dueOn = { key: 'dueBeforeIssue' };
  else if (dueOn > addDays(issuedOn, bounds.term)) errors.dueOn = { key: 'dateFar' };
  refuse(errors);
  return { issuedOn, dueOn };
}

/** The number of a form that was changed to one that repeats a printed number. */
export const numberTaken = (): AppError => conflict('numberTaken');

/** The form of a draft. */
export const invoiceEdit = defineEdit<{ id: string }, AdminActor, ReturnType<typeof detailOf>>({
  table: 'invoices',
  id: ({ id }) => id,
  before: async (db, { id }) => void (await lockInvoice(db, id)),
  read: async (db, { id }, actor) => detailOf(await getInvoice(db, { id }, today(actor.tenant.timeZone))),
  fields: ({ projectId, dueOn, notes, exemptionReason, pricesIncludeTax, discountPercent, discountAmount, lines }) => {
    return { projectId, dueOn, notes, exemptionReason, pricesIncludeTax, discountPercent, discountAmount, lines };
  },
  events: { record: 'invoice', names: ['invoice.drafted', 'invoice.changed'] },
});
