import type pg from 'pg';
import { InvoiceStatus, LedgerEntryType } from '@/lib/db/generated/enums';
import { createInvoice, createLedgerEntry, createPayment } from '@/tests/support/factories-money';
import type { Choose, TeamMember } from '@/tests/support/random-business';

type Account = { tenantId: string; id: string; currency: string };

/** Invoices in every status, payments with and without one, and an account with every type of entry. */
export async function plantMoney(
  owner: pg.Client,
  { client, team, choose }: { client: Account; team: readonly TeamMember[]; choose: Choose },
): Promise<void> {
  for (const status of Object.values(InvoiceStatus)) {
    const invoice = await createInvoice(owner, client, { status });
    if (status === 'issued') await createPayment(owner, invoice, choose.one(team));
  }
  const { tenantId, id: clientId, currency } = client;
  await createPayment(owner, { tenantId, clientId, currency, id: '' }, choose.one(team), { invoiceId: null });
  for (const entryType of Object.values(LedgerEntryType)) {
    const debitMinor = entryType === 'payment' ? 2_500n : 0n;
    await createLedgerEntry(owner, client, choose.one(team), { entryType, debitMinor });
  }
}
