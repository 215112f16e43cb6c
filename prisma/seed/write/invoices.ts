import type { WriteDb } from '@/lib/db/handles';
import { issuerNow, newVerifyCode, recipientNow } from '@/lib/invoices/parties/queries';
import { invoiceTotals, lineAmount, noDiscount } from '@/lib/invoices/rule';
import { peopleOf, projectColumns, type SeedContext } from '@/prisma/seed/context';
import type { InvoiceData } from '@/prisma/seed/story';
import { uuid7 } from '@/prisma/seed/uuid7';
import type { AccountEvent } from '@/prisma/seed/write/account-event';
import { type Invoice, lineOf } from '@/prisma/seed/write/bill-lines';
import { credit } from '@/prisma/seed/write/credit-notes';
import { postEntry } from '@/prisma/seed/write/ledger-entries';
import { recordPayment } from '@/prisma/seed/write/payments';

/** Writes every invoice as a draft with its lines and totals. */
export async function draftInvoices(context: SeedContext, db: WriteDb): Promise<Invoice[]> {
  const drafts: Invoice[] = [];
  for (const data of context.story.invoices) {
    const { tenantId, clientId, projectId } = projectColumns(context, data.project);
    const id = uuid7();
    const lines = data.lines.map(lineOf);
    const { currency } = context.story.tenant;
    const pricing = { currency, pricesIncludeTax: false, ...noDiscount };
    const { netMinor, taxMinor, totalMinor } = invoiceTotals(lines, pricing);
    const createdAt = context.at(`${data.drafted} 09:15`);
    await db.invoice.createMany({
      data: {
        ...{ id, tenantId, clientId, projectId, netMinor, taxMinor, totalMinor, createdAt, updatedAt: createdAt },
        currency,
        notes: data.notes ?? null,
      },
    });
    const parent = { tenantId, clientId, invoiceId: id };
    await db.invoiceLine.createMany({
      data: lines.map((line, index) => ({
        ...line,
        ...parent,
        position: index + 1,
        amountMinor: lineAmount(line, currency),
      })),
    });
    drafts.push({ id, data, number: '', openMinor: totalMinor });
  }
  return drafts;
}

/** What happens to a drafted invoice: it is issued, paid in one or several payments, or voided. */
export function invoiceEvents(context: SeedContext, invoice: Invoice): AccountEvent[] {
  const { issued, payments = [], credited, voided } = invoice.data;
  if (issued === undefined) return [];
  const { at } = context;
  return [
    { at: at(`${issued} 10:00`), write: (db) => issue(context, db, invoice, issued) },
    ...payments.map((payment) => ({
      at: at(`${payment.on} 14:00`),
      write: (db: WriteDb) => pay(context, db, invoice, payment),
    })),
    ...(credited
      ? [{ at: at(`${credited.on} 15:00`), write: (db: WriteDb) => credit(context, db, invoice, credited) }]
      : []),
    ...(voided ? [{ at: at(`${voided.on} 16:00`), write: (db: WriteDb) => cancel(context, db, invoice, voided) }] : []),
  ];
}

async function issue(context: SeedContext, db: WriteDb, invoice: Invoice, issued: string): Promise<void> {
  const { id, data, openMinor: amountMinor } = invoice;
  const { story, day } = context;
  const { client, name } = context.project(data.project);
  const at = context.at(`${issued} 10:00`);
  const on = day(issued);
  const { tenantId } = context;
  const [issuer, recipient] = [
    await issuerNow(db, { tenantId }),
    await recipientNow(db, context.idOf('clients', client)),
  ];
  const parties = { issuer, recipient, verifyCode: newVerifyCode() };
  const [numbered] = await db.$queryRaw<
    [{ series: string; sequence: number; number: string }]
  >`select * from next_bill_number('invoice', ${on}::date)`;
  const { number } = numbered;
  invoice.number = number;
  const dueOn = day(issued, data.termDays);
  await db.invoice.updateMany({
    where: { id },
    data: { ...numbered, ...parties, status: 'issued', issuedOn: on, dueOn, issuedAt: at, updatedAt: at },
  });
  await postEntry(context, db, {
    ...{ client, at, on, amountMinor, invoiceId: id },
    entryType: 'invoice',
    description: `Invoice ${number}: ${name}`,
    reference: number,
  });
  const record = { recordType: 'invoice', recordId: id } as const;
  context.auditedActions.push({ at, by: story.admin, action: 'invoice.issued', ...record, detail: { number } });
  context.notices.push({
    at,
    kind: 'invoice_issued',
    ...record,
    facts: {
      ...{ number, amount: String(amountMinor), currency: story.tenant.currency },
      dueOn: dueOn.toISOString().slice(0, 10),
    },
    to: peopleOf(context, client),
  });
}

type PaymentData = NonNullable<InvoiceData['payments']>[number];

async function pay(context: SeedContext, db: WriteDb, invoice: Invoice, payment: PaymentData): Promise<void> {
  const { id, number, data } = invoice;
  const { on, method, reference } = payment;
  const amountMinor = payment.amount === undefined ? invoice.openMinor : context.minor(payment.amount);
  const at = context.at(`${on} 14:00`);
  await recordPayment(context, db, {
    ...{ at, amountMinor, method, reference },
    client: context.project(data.project).client,
    on: context.day(on),
    description: `Payment for invoice ${number}`,
    settles: [{ id, number, amountMinor }],
  });
  invoice.openMinor -= amountMinor;
}

type VoidData = NonNullable<InvoiceData['voided']>;

async function cancel(context: SeedContext, db: WriteDb, invoice: Invoice, { on, reason }: VoidData): Promise<void> {
  const { id, number, data, openMinor } = invoice;
  const { client } = context.project(data.project);
  const at = context.at(`${on} 16:00`);
  await db.invoice.updateMany({
    where: { id },
    data: { status: 'void', voidedAt: at, voidReason: reason, voidedMinor: openMinor, updatedAt: at },
  });
  await postEntry(context, db, {
    ...{ client, at, on: context.day(on), amountMinor: -openMinor, invoiceId: id },
    entryType: 'adjustment',
    description: `Invoice ${number} voided`,
    reference: number,
  });
  const detail = { number, reason };
  const record = { recordType: 'invoice', recordId: id };
  context.auditedActions.push({ at, by: context.story.admin, action: 'invoice.voided', ...record, detail });
}
