import type { WriteDb } from '@/lib/db/handles';
import { issuerNow, newVerifyCode, recipientNow } from '@/lib/invoices/parties/queries';
import { invoiceTotals, lineAmount, noDiscount } from '@/lib/invoices/rule';
import { projectColumns, type SeedContext } from '@/prisma/seed/context';
import type { InvoiceData } from '@/prisma/seed/story';
import { uuid7 } from '@/prisma/seed/uuid7';
import { type Invoice, lineOf } from '@/prisma/seed/write/bill-lines';
import { postEntry } from '@/prisma/seed/write/ledger-entries';

type CreditData = NonNullable<InvoiceData['credited']>;

/** Issues a credit note for a part of an invoice that is still open, and posts it to the client's account. */
export async function credit(context: SeedContext, db: WriteDb, invoice: Invoice, data: CreditData): Promise<void> {
  const { story, tenantId } = context;
  const { currency } = story.tenant;
  const at = context.at(`${data.on} 15:00`);
  const on = context.day(data.on);
  const { client } = context.project(invoice.data.project);
  const lines = data.lines.map(lineOf);
  const pricing = { currency, pricesIncludeTax: false, ...noDiscount };
  const { netMinor, taxMinor, totalMinor } = invoiceTotals(lines, pricing);
  const [issuer, recipient] = [
    await issuerNow(db, { tenantId }),
    await recipientNow(db, context.idOf('clients', client)),
  ];
  const [numbered] = await db.$queryRaw<
    [{ series: string; sequence: number; number: string }]
  >`select * from next_bill_number('credit_note', ${on}::date)`;
  const { number } = numbered;
  const id = uuid7();
  const of = projectColumns(context, invoice.data.project);
  await db.creditNote.createMany({
    data: {
      ...{ ...of, ...numbered, id, invoiceId: invoice.id, currency, netMinor, taxMinor, totalMinor },
      ...{ reason: data.reason, issuedOn: on, issuer, recipient, verifyCode: newVerifyCode(), createdAt: at },
      ...{ createdById: context.idOf('people', story.admin), createdByName: context.person(story.admin).name },
    },
  });
  const { clientId } = of;
  await db.creditNoteLine.createMany({
    data: lines.map((line, at) => ({
      ...{ ...line, tenantId, clientId, creditNoteId: id, position: at + 1, amountMinor: lineAmount(line, currency) },
    })),
  });
  await postEntry(context, db, {
    ...{ client, at, on, amountMinor: -totalMinor, invoiceId: invoice.id, creditNoteId: id },
    ...{ entryType: 'adjustment', description: `Credit note ${number}`, reference: number },
  });
  invoice.openMinor -= totalMinor;
  const record = { recordType: 'credit_note', recordId: id };
  context.auditedActions.push({ at, by: story.admin, action: 'credit_note.issued', ...record, detail: { number } });
}
