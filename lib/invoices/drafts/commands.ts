import { v7 as uuidv7 } from 'uuid';
import type { AdminActor } from '@/lib/authz/actor';
import { toColumn } from '@/lib/dates';
import type { WriteDb } from '@/lib/db/handles';
import { invalid } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';
import { lockInvoice, type Priced, priced, requireProjectOf, requireStatus } from '@/lib/invoices/checks';
import type { ChangeInvoiceInput, CreateInvoiceInput, InvoiceLineInput } from '@/lib/invoices/drafts/schemas';
import { type BilledLine, billHours, releaseHours } from '@/lib/invoices/hours/commands';
import { getBilling } from '@/lib/invoices/settings/queries';
import { lockAccount } from '@/lib/ledger/posting';
import { toDecimal } from '@/lib/money';
import { withoutUndefined } from '@/lib/without-undefined';

type Made = { id: string };

/** Drafts an invoice in the client's currency. Throws VALIDATION. */
export async function createInvoice(db: WriteDb, input: CreateInvoiceInput, actor: AdminActor): Promise<Made> {
  const { clientId, projectId, dueOn, notes, exemptionReason } = input;
  const client = await db.client.findUnique({ where: { id: clientId }, select: { currency: true } });
  if (!client) throw invalid({ clientId: 'unknownClient' });
  await lockAccount(db, clientId);
  if (projectId) await requireProjectOf(db, projectId, clientId);
  const billing = await getBilling(db, actor);
  const terms = { ...client, ...billing, pricesIncludeTax: input.pricesIncludeTax ?? billing.pricesIncludeTax };
  const { currency, pricesIncludeTax } = terms;
  if (input.lines.some(({ id }) => id)) throw invalid(unknownLines(input.lines, []));
  const sums = priced(input.lines, input, terms);
  const about = withoutUndefined({ projectId, notes, exemptionReason, dueOn: toColumn(dueOn) });
  const { id } = await db.invoice.create({
    data: { ...about, tenantId: actor.tenantId, clientId, currency, pricesIncludeTax, ...columnsOf(sums) },
    select: { id: true },
  });
  const invoice = { id, clientId, projectId: projectId ?? null };
  await writeLines(db, invoice, sums, [], actor);
  await recordEvent(db, actor, { name: 'invoice.drafted', recordId: id, facts: facts(clientId, currency, sums) });
  return { id };
}

/** Changes the named fields of a draft. Throws NOT_FOUND, VALIDATION, and CONFLICT for an issued invoice. */
export async function changeInvoice(db: WriteDb, input: ChangeInvoiceInput, actor: AdminActor): Promise<Made> {
  const { id, projectId, dueOn, notes, exemptionReason } = input;
  const before = await lockInvoice(db, id);
  requireStatus(before, 'draft');
  const { clientId, currency } = before;
  if (projectId) await requireProjectOf(db, projectId, clientId);
  const { taxRate } = await getBilling(db, actor);
  const stored = await storedLines(db, id);
  const unknown = unknownLines(input.lines ?? [], stored);
  if (Object.keys(unknown).length > 0) throw invalid(unknown);
  const { pricesIncludeTax = before.pricesIncludeTax } = input;
  const sums = priced(input.lines ?? stored, await discountAfter(db, input), { currency, pricesIncludeTax, taxRate });
  const about = withoutUndefined({ projectId, notes, exemptionReason, dueOn: toColumn(dueOn), pricesIncludeTax });
  await db.invoice.update({ where: { id }, data: { ...about, ...columnsOf(sums) }, select: { id: true } });
  const after = { id, clientId, projectId: projectId === undefined ? before.projectId : projectId };
  if (input.lines) await writeLines(db, after, sums, stored, actor);
  await recordEvent(db, actor, { name: 'invoice.changed', recordId: id, facts: facts(clientId, currency, sums) });
  return { id };
}

/** Deletes a draft; its hours can be billed again. Throws NOT_FOUND, CONFLICT. */
export async function deleteInvoice(db: WriteDb, { id }: { id: string }, actor: AdminActor): Promise<void> {
  const invoice = await lockInvoice(db, id);
  requireStatus(invoice, 'draft');
  await releaseHours(db, { invoiceId: id });
  await db.invoice.delete({ where: { id }, select: { id: true } });
  const { clientId, currency, totalMinor } = invoice;
  const amount = toDecimal(totalMinor, currency);
  await recordEvent(db, actor, { name: 'invoice.deleted', recordId: id, facts: { clientId, currency, amount } });
}

/** Drafts an invoice with the lines and terms of another one of any status, without its hours. Throws NOT_FOUND. */
export async function copyInvoice(db: WriteDb, { id }: { id: string }, actor: AdminActor): Promise<Made> {
  const { clientId, projectId, pricesIncludeTax } = await lockInvoice(db, id);
  const select = { notes: true, exemptionReason: true } as const;
  const about = await db.invoice.findUniqueOrThrow({ where: { id }, select });
  const lines = (await storedLines(db, id)).map((line) => ({ ...line, id: null }));
  const discount = await discountAfter(db, { id });
  return createInvoice(db, { clientId, projectId, pricesIncludeTax, ...about, ...discount, lines }, actor);
}

const facts = (clientId: string, currency: string, { totals }: Priced) => {
  return { clientId, currency, amount: toDecimal(totals.totalMinor, currency) };
};

function columnsOf({ discountRate, discountMinor, totals }: Priced) {
  const { netMinor, taxMinor, totalMinor } = totals;
  return { discountRate, discountMinor, netMinor, taxMinor, totalMinor };
}

/** The lines of an invoice in the shape of an input. */
async function storedLines(db: WriteDb, invoiceId: string): Promise<(InvoiceLineInput & { id: string })[]> {
  const rows = await db.invoiceLine.findMany({
    where: { invoiceId },
    orderBy: { position: 'asc' },
    select: {
      ...{ id: true, description: true, quantityThousandth: true, unitPriceTenThousandth: true, taxRate: true },
      ...{ discountRate: true, discountMinor: true, invoice: { select: { currency: true } } },
    },
  });
  return rows.map(({ discountRate, discountMinor, invoice, quantityThousandth, unitPriceTenThousandth, ...line }) => ({
    ...line,
    quantity: quantityThousandth,
    unitPrice: unitPriceTenThousandth,
    discountPercent: discountRate,
    discountAmount: discountMinor === null ? null : toDecimal(discountMinor, invoice.currency),
  }));
}

/** The discount of an invoice after a change: naming one of the two kinds takes the place of the other. */
async function discountAfter(
  db: WriteDb,
  input: Pick<ChangeInvoiceInput, 'id' | 'discountPercent' | 'discountAmount'>,
) {
  const { id, discountPercent, discountAmount } = input;
  const select = { discountRate: true, discountMinor: true, currency: true } as const;
  const before = await db.invoice.findUniqueOrThrow({ where: { id }, select });
  const amount = before.discountMinor === null ? null : toDecimal(before.discountMinor, before.currency);
  return {
    discountPercent: discountPercent === undefined ? (discountAmount ? null : before.discountRate) : discountPercent,
    discountAmount: discountAmount === undefined ? (discountPercent ? null : amount) : discountAmount,
  };
}

/** An error for each line that names an id outside these, or one twice. */
function unknownLines(lines: readonly InvoiceLineInput[], known: readonly { id: string }[]) {
  const left = new Set(known.map(({ id }) => id));
  const wrong = lines.flatMap(({ id }, at) => (id && !left.delete(id) ? [`lines.${at}.id`] : []));
  return Object.fromEntries(wrong.map((field) => [field, 'unknownLine' as const]));
}

type Parent = { id: string; clientId: string; projectId: string | null };

/** Writes the lines in their order. Those of before stay the same rows, so that hours stay billed by them. */
async function writeLines(
  db: WriteDb,
  invoice: Parent,
  sums: Priced,
  before: readonly { id: string }[],
  actor: AdminActor,
) {
  const lines = sums.lines.map((line, at) => ({ ...line, position: at + 1, isNew: !line.id, id: line.id ?? uuidv7() }));
  const kept = new Set(lines.map(({ id }) => id));
  const removed = before.flatMap(({ id }) => (kept.has(id) ? [] : [id]));
  await releaseHours(db, { lineIds: removed });
  await db.invoiceLine.deleteMany({ where: { id: { in: removed } } });
  // Positions are unique at every moment, so that the old ones give way first.
  if (before.length > removed.length)
    await db.invoiceLine.updateMany({ where: { invoiceId: invoice.id }, data: { position: { increment: 1_000_000 } } });
  const row = ({ timeEntryIds: _hours, isNew: _new, ...line }: (typeof lines)[number]) => line;
  for (const line of lines.filter(({ isNew }) => !isNew)) {
    const { id, ...data } = row(line);
    await db.invoiceLine.update({ where: { id }, data, select: { id: true } });
  }
  const parent = { tenantId: actor.tenantId, clientId: invoice.clientId, invoiceId: invoice.id };
  const added = lines.filter(({ isNew }) => isNew).map((line) => ({ ...row(line), ...parent }));
  await db.invoiceLine.createMany({ data: added });
  const billed = lines.flatMap(({ id, timeEntryIds }, at): BilledLine[] =>
    timeEntryIds ? [{ lineId: id, at, timeEntryIds }] : [],
  );
  await billHours(db, invoice, billed);
}
