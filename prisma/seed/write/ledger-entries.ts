import type { LedgerEntryType } from '@/lib/db/generated/enums';
import type { WriteDb } from '@/lib/db/handles';
import type { SeedContext } from '@/prisma/seed/context';
import { uuid7 } from '@/prisma/seed/uuid7';

/** An entry on a client's account. A positive amount is owed by the client (credit), a negative one relieves (debit). */
export type LedgerEntry = {
  client: string;
  at: Date;
  on: Date;
  entryType: LedgerEntryType;
  amountMinor: bigint;
  description: string;
  reference: string;
  invoiceId?: string;
  paymentId?: string;
  creditNoteId?: string;
  refundId?: string;
};

/** Appends an entry; the database numbers it and continues the balance. */
export async function postEntry(
  { story, tenantId, idOf, person }: SeedContext,
  db: WriteDb,
  { client, at, on, amountMinor, ...entry }: LedgerEntry,
): Promise<void> {
  await db.ledgerEntry.createMany({
    data: {
      ...entry,
      id: uuid7(),
      tenantId,
      partyId: idOf('clients', client),
      currency: story.tenant.currency,
      entryOn: on,
      createdAt: at,
      debitMinor: amountMinor < 0n ? -amountMinor : 0n,
      creditMinor: amountMinor > 0n ? amountMinor : 0n,
      createdById: idOf('people', story.admin),
      createdByName: person(story.admin).name,
    },
  });
}
