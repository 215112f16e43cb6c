import type { WriteDb } from '@/lib/db/handles';
import type { SeedContext } from '@/prisma/seed/context';
import { rowOf } from '@/prisma/seed/row-of';
import type { AccountEntryData } from '@/prisma/seed/story';
import type { AccountEvent } from '@/prisma/seed/write/account-event';
import type { Invoice } from '@/prisma/seed/write/bill-lines';
import { writeClaims } from '@/prisma/seed/write/claims';
import { draftInvoices, invoiceEvents } from '@/prisma/seed/write/invoices';
import { postEntry } from '@/prisma/seed/write/ledger-entries';
import { recordPayment } from '@/prisma/seed/write/payments';
import { recordRefund } from '@/prisma/seed/write/refunds';

/**
 * Writes invoices, payments, account entries and claims. Drafts come first; then everything that touches an account, in the order
 * of time, as the database numbers invoices and ledger entries in the order of their insertion.
 */
export async function writeAccounts(context: SeedContext): Promise<void> {
  const { accountEntries, admin, tenant } = context.story;
  const invoices = await context.actAsPerson(admin, async (db) => {
    const { taxPercent, ...billing } = tenant.billing;
    const taxRate = Math.round(taxPercent * 10_000);
    await db.billingSettings.createMany({ data: { ...billing, taxRate, tenantId: context.tenantId } });
    const drafts = await draftInvoices(context, db);
    const known: Known = {
      invoices: Object.fromEntries(drafts.flatMap((draft) => (draft.data.key ? [[draft.data.key, draft]] : []))),
      payments: {},
    };
    const events: AccountEvent[] = accountEntries.map((entry) => entryEvent(context, entry, known));
    for (const invoice of drafts) events.push(...invoiceEvents(context, invoice));
    events.sort((a, b) => a.at.getTime() - b.at.getTime());
    for (const event of events) await event.write(db);
    return drafts;
  });
  await writeClaims(context, invoices);
}

/** The invoices by their keys, and the ids of the payments on account by their references. */
type Known = { invoices: Record<string, Invoice>; payments: Record<string, string> };

/** A payment on account relieves, a refund charges, an adjustment does either. */
function entryEvent(context: SeedContext, data: AccountEntryData, known: Known): AccountEvent {
  const { client, description, reference } = data;
  const at = context.at(`${data.on} 11:00`);
  const amountMinor = context.minor(data.amount);
  const entry = { client, at, on: context.day(data.on), description, reference, amountMinor };
  const write = async (db: WriteDb) => {
    if (data.type === 'payment') {
      const settles = (data.settles ?? []).map(({ invoice: key, amount }) => {
        const { id, number } = rowOf(known.invoices, key, 'invoice');
        return { id, number, amountMinor: context.minor(amount) };
      });
      known.payments[reference] = await recordPayment(context, db, { ...entry, method: data.method, settles });
    } else if (data.type === 'refund')
      await recordRefund(context, db, { ...entry, paymentId: rowOf(known.payments, data.of, 'payment') });
    else {
      const signed = data.side === 'relief' ? -amountMinor : amountMinor;
      await postEntry(context, db, { ...entry, entryType: data.type, amountMinor: signed });
    }
  };
  return { at, write };
}
