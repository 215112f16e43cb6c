import type { WriteDb } from '@/lib/db/handles';
import { draftInvoices, eventsOf, type MoneyEvent } from '@/prisma/seed/invoices';
import { post } from '@/prisma/seed/ledger';
import { receive } from '@/prisma/seed/payments';
import type { Stage } from '@/prisma/seed/stage';
import type { PostingStory } from '@/prisma/seed/story-money';

/**
 * Invoices are drafted first. Then whatever touches an account happens in the order of time, since the database numbers
 * invoices and ledger entries as they come.
 */
export async function writeMoney(stage: Stage): Promise<void> {
  const { invoices, postings, admin } = stage.story;
  const events = [
    ...invoices.flatMap((invoice) => eventsOf(stage, invoice)),
    ...postings.map<MoneyEvent>((posting) => ({
      at: [posting.on, '11:00'],
      happen: (db) => enter(stage, db, posting),
    })),
  ];
  const time = ({ at }: MoneyEvent) => stage.at(at).getTime();
  events.sort((a, b) => time(a) - time(b));
  await stage.inNameOf(admin, async (db) => {
    await draftInvoices(stage, db);
    for (const event of events) await event.happen(db);
  });
}

/** A payment on account relieves, a refund charges, an adjustment does what it says. */
async function enter(stage: Stage, db: WriteDb, posting: PostingStory): Promise<void> {
  const { client, amountMinor, description, reference, entryType } = posting;
  const entry = { client, at: stage.at([posting.on, '11:00']), on: stage.day(posting.on), description, reference };
  if (entryType === 'payment') return receive(stage, db, { ...entry, amountMinor, method: posting.method });
  const relieves = entryType === 'adjustment' && posting.side === 'relief';
  await post(stage, db, { ...entry, entryType, amountMinor: relieves ? -amountMinor : amountMinor });
}
