import type { SeedContext } from '@/prisma/seed/context';
import type { AccountEntryData } from '@/prisma/seed/story';
import type { AccountEvent } from '@/prisma/seed/write/account-event';
import { draftInvoices, invoiceEvents } from '@/prisma/seed/write/invoices';
import { postEntry } from '@/prisma/seed/write/ledger-entries';
import { recordPayment } from '@/prisma/seed/write/payments';

/**
 * Writes invoices, payments and account entries. Drafts come first; then everything that touches an account, in the order of
 * time, as the database numbers invoices and ledger entries in the order of their insertion.
 */
export async function writeAccounts(context: SeedContext): Promise<void> {
  const { accountEntries, admin, tenant } = context.story;
  await context.actAsPerson(admin, async (db) => {
    const { taxPercent, ...billing } = tenant.billing;
    const taxRate = Math.round(taxPercent * 10_000);
    await db.billingSettings.createMany({ data: { ...billing, taxRate, tenantId: context.tenantId } });
    const events: AccountEvent[] = accountEntries.map((entry) => entryEvent(context, entry));
    for (const invoice of await draftInvoices(context, db)) events.push(...invoiceEvents(context, invoice));
    events.sort((a, b) => a.at.getTime() - b.at.getTime());
    for (const event of events) await event.write(db);
  });
}

/** A payment on account relieves, a refund charges, an adjustment does either. */
function entryEvent(context: SeedContext, data: AccountEntryData): AccountEvent {
  const { client, description, reference } = data;
  const at = context.at(`${data.on} 11:00`);
  const entry = { client, at, on: context.day(data.on), description, reference };
  const amountMinor = context.minor(data.amount);
  if (data.type === 'payment')
    return { at, write: (db) => recordPayment(context, db, { ...entry, amountMinor, method: data.method }) };
  const relieves = data.type === 'adjustment' && data.side === 'relief';
  const signed = relieves ? -amountMinor : amountMinor;
  return { at, write: (db) => postEntry(context, db, { ...entry, entryType: data.type, amountMinor: signed }) };
}
