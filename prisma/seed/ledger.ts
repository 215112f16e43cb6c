import type { LedgerEntryType } from '@/lib/db/generated/enums';
import type { WriteDb } from '@/lib/db/handles';
import { uuid7 } from '@/prisma/seed/ids';
import type { Stage } from '@/prisma/seed/stage';
import type { ClientStory } from '@/prisma/seed/story';

/** One line for a client's account. A positive amount is owed by the client (credit), a negative one relieves (debit). */
export type Entry = {
  client: ClientStory;
  at: Date;
  on: Date;
  entryType: LedgerEntryType;
  amountMinor: bigint;
  description: string;
  reference: string | null;
  invoiceId?: string;
  paymentId?: string;
};

/** Appends a line; the database numbers it and carries the balance on. */
export async function post(stage: Stage, db: WriteDb, { client, at, on, amountMinor, ...entry }: Entry): Promise<void> {
  const { admin, tenant } = stage.story;
  const id = uuid7();
  await db.ledgerEntry.createMany({
    data: {
      ...entry,
      id,
      tenantId: stage.tenantId,
      partyId: stage.idOf(client),
      currency: tenant.currency,
      entryOn: on,
      createdAt: at,
      debitMinor: amountMinor < 0n ? -amountMinor : 0n,
      creditMinor: amountMinor > 0n ? amountMinor : 0n,
      createdById: stage.idOf(admin),
      createdByName: admin.name,
    },
  });
}
