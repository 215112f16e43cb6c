import type pg from 'pg';
import { InvoiceStatus, LedgerEntryType } from '@/lib/db/generated/enums';
import { createInvoice, createLedgerEntry, createPayment } from '@/tests/support/factories/money';
import type { Choose, TeamMember } from '@/tests/support/wall/random-tenant';

type Cast = {
  client: { tenantId: string; id: string; currency: string };
  team: readonly TeamMember[];
  projects: readonly { id: string }[];
  choose: Choose;
};

/** Inserts invoices in every status, payments with and without an invoice, and ledger entries of every type. */
export async function seedMoney(owner: pg.Client, { client, team, projects, choose }: Cast): Promise<void> {
  const { tenantId, id: clientId, currency } = client;
  for (const status of Object.values(InvoiceStatus)) {
    const invoice = await createInvoice(owner, client, { status, projectId: choose.one(projects).id });
    if (status === 'draft') continue;
    const payment = await createPayment(owner, invoice, choose.one(team));
    await createLedgerEntry(owner, client, choose.one(team), { invoiceId: invoice.id });
    const paid = { entryType: LedgerEntryType.payment, debitMinor: 5_000n, paymentId: payment.id };
    await createLedgerEntry(owner, client, choose.one(team), paid);
  }
  await createPayment(owner, { tenantId, clientId, currency, id: '' }, choose.one(team), { invoiceId: null });
  for (const entryType of Object.values(LedgerEntryType)) {
    const debitMinor = entryType === 'payment' ? 2_500n : 0n;
    await createLedgerEntry(owner, client, choose.one(team), { entryType, debitMinor });
  }
}
