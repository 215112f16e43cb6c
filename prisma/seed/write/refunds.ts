import type { WriteDb } from '@/lib/db/handles';
import type { SeedContext } from '@/prisma/seed/context';
import { uuid7 } from '@/prisma/seed/uuid7';
import { postEntry } from '@/prisma/seed/write/ledger-entries';

export type Refund = {
  client: string;
  at: Date;
  on: Date;
  amountMinor: bigint;
  reference: string;
  description: string;
  paymentId: string;
};

/** Writes a refund of what a payment settles no invoice with, and its entry on the client's account. */
export async function recordRefund(context: SeedContext, db: WriteDb, refund: Refund): Promise<void> {
  const { client, at, on, amountMinor, reference, description, paymentId } = refund;
  const { story, tenantId, idOf } = context;
  const id = uuid7();
  await db.refund.createMany({
    data: {
      ...{ id, tenantId, clientId: idOf('clients', client), paymentId, amountMinor, reference },
      ...{ currency: story.tenant.currency, refundedOn: on, createdAt: at },
      ...{ recordedById: idOf('people', story.admin), recordedByName: context.person(story.admin).name },
    },
  });
  const entry = { client, at, on, amountMinor, reference, description, paymentId, refundId: id };
  await postEntry(context, db, { ...entry, entryType: 'refund' });
  const record = { recordType: 'refund', recordId: id };
  context.auditedActions.push({ at, by: story.admin, action: 'refund.recorded', ...record });
}
