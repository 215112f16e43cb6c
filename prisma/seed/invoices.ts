import type { WriteDb } from '@/lib/db/handles';
import { invoiceTotals, lineNet } from '@/lib/invoices/totals';
import type { Moment } from '@/prisma/seed/clock';
import { post } from '@/prisma/seed/ledger';
import { receive } from '@/prisma/seed/payments';
import { peopleOf, type Stage, under } from '@/prisma/seed/stage';
import type { InvoiceStory, PaymentStory } from '@/prisma/seed/story-money';

/** Something that happens to an account at a certain time. */
export type MoneyEvent = { at: Moment; happen: (db: WriteDb) => Promise<void> };

/** Every invoice begins as a draft, with its lines and totals. */
export async function draftInvoices(stage: Stage, db: WriteDb): Promise<void> {
  for (const invoice of stage.story.invoices) {
    const place = under(stage, invoice.project);
    const id = stage.idOf(invoice);
    const lines = pricedLines(invoice);
    const { netMinor, taxMinor, totalMinor } = invoiceTotals(lines);
    const draftedAt = stage.at([invoice.drafted, '09:15']);
    await db.invoice.createMany({
      data: {
        ...place,
        id,
        currency: stage.story.tenant.currency,
        notes: invoice.notes ?? null,
        netMinor,
        taxMinor,
        totalMinor,
        createdAt: draftedAt,
        updatedAt: draftedAt,
      },
    });
    const parent = { tenantId: place.tenantId, clientId: place.clientId, invoiceId: id };
    await db.invoiceLine.createMany({
      data: lines.map((line, index) => ({ ...line, ...parent, position: index + 1, netMinor: lineNet(line) })),
    });
  }
}

/** What happens to an invoice after it was drafted: it is issued, paid in one go or several, or voided. */
export function eventsOf(stage: Stage, invoice: InvoiceStory): MoneyEvent[] {
  const { issued, payments = [], voided } = invoice;
  if (issued === undefined) return [];
  const bill: Bill = { invoice, number: 0, openMinor: invoiceTotals(pricedLines(invoice)).totalMinor };
  return [
    { at: [issued, '10:00'], happen: (db) => issue(stage, db, bill, issued) },
    ...payments.map<MoneyEvent>((payment) => ({
      at: [payment.on, '14:00'],
      happen: (db) => settle(stage, db, bill, payment),
    })),
    ...(voided
      ? [{ at: [voided.on, '16:00'] as const, happen: (db: WriteDb) => cancel(stage, db, bill, voided) }]
      : []),
  ];
}

/** An invoice on its way: its number once issued, and what is still to be paid. */
type Bill = { invoice: InvoiceStory; number: number; openMinor: bigint };

function pricedLines({ lines }: InvoiceStory) {
  return lines.map(([description, quantityThousandth, unitPriceMinor, taxRateBasisPoints]) => ({
    description,
    quantityThousandth,
    unitPriceMinor,
    taxRateBasisPoints,
  }));
}

async function issue(stage: Stage, db: WriteDb, bill: Bill, issued: number): Promise<void> {
  const { invoice } = bill;
  const { project, termDays } = invoice;
  const id = stage.idOf(invoice);
  const at = stage.at([issued, '10:00']);
  const on = stage.day(issued);
  const [{ number }] = await db.$queryRaw<[{ number: number }]>`select next_invoice_number() as number`;
  bill.number = number;
  const { openMinor: amountMinor } = bill;
  await db.invoice.updateMany({
    where: { id },
    data: { number, status: 'issued', issuedOn: on, dueOn: stage.day(issued, termDays), updatedAt: at },
  });
  const description = `Invoice ${number}: ${project.name}`;
  await post(stage, db, {
    client: project.client,
    at,
    on,
    entryType: 'invoice',
    amountMinor,
    description,
    reference: String(number),
    invoiceId: id,
  });
  stage.deeds.push({
    at,
    by: stage.story.admin,
    action: 'invoice.issued',
    recordType: 'invoice',
    recordId: id,
    detail: { number },
  });
  stage.notices.push({
    at,
    kind: 'invoice_issued',
    recordType: 'invoice',
    recordId: id,
    to: peopleOf(stage, project.client),
    facts: { number, amountMinor: String(amountMinor), currency: stage.story.tenant.currency },
  });
}

async function settle(stage: Stage, db: WriteDb, bill: Bill, payment: PaymentStory): Promise<void> {
  const { on, method, reference, amountMinor = bill.openMinor } = payment;
  const id = stage.idOf(bill.invoice);
  const at = stage.at([on, '14:00']);
  await receive(stage, db, {
    client: bill.invoice.project.client,
    at,
    on: stage.day(on),
    amountMinor,
    method,
    reference,
    description: `Payment for invoice ${bill.number}`,
    invoice: { id, number: bill.number },
  });
  bill.openMinor -= amountMinor;
  await db.invoice.updateMany({ where: { id }, data: { paidMinor: { increment: amountMinor }, updatedAt: at } });
}

async function cancel(
  stage: Stage,
  db: WriteDb,
  bill: Bill,
  { on, reason }: { on: number; reason: string },
): Promise<void> {
  const { invoice, number, openMinor } = bill;
  const id = stage.idOf(invoice);
  const at = stage.at([on, '16:00']);
  await db.invoice.updateMany({
    where: { id },
    data: { status: 'void', voidedAt: at, voidReason: reason, updatedAt: at },
  });
  await post(stage, db, {
    client: invoice.project.client,
    at,
    on: stage.day(on),
    entryType: 'adjustment',
    amountMinor: -openMinor,
    description: `Invoice ${number} voided`,
    reference: String(number),
    invoiceId: id,
  });
  stage.deeds.push({
    at,
    by: stage.story.admin,
    action: 'invoice.voided',
    recordType: 'invoice',
    recordId: id,
    detail: { number, reason },
  });
}
