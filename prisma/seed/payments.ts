import type { PaymentMethod } from '@/lib/db/generated/enums';
import type { WriteDb } from '@/lib/db/handles';
import { uuid7 } from '@/prisma/seed/ids';
import { post } from '@/prisma/seed/ledger';
import { peopleOf, type Stage } from '@/prisma/seed/stage';
import type { ClientStory } from '@/prisma/seed/story';

export type Receipt = {
  client: ClientStory;
  at: Date;
  on: Date;
  amountMinor: bigint;
  method: PaymentMethod;
  reference: string;
  description: string;
  invoice?: { id: string; number: number };
};

/** Records money received: the payment, its line on the account, and the word to the client's people. */
export async function receive(stage: Stage, db: WriteDb, receipt: Receipt): Promise<void> {
  const { client, at, on, amountMinor, method, reference, description, invoice } = receipt;
  const { story, tenantId, idOf } = stage;
  const currency = story.tenant.currency;
  const id = uuid7();
  await db.payment.createMany({
    data: {
      id,
      tenantId,
      clientId: idOf(client),
      invoiceId: invoice?.id ?? null,
      amountMinor,
      currency,
      paidOn: on,
      method,
      reference,
      recordedById: idOf(story.admin),
      recordedByName: story.admin.name,
      createdAt: at,
    },
  });
  await post(stage, db, {
    client,
    at,
    on,
    entryType: 'payment',
    amountMinor: -amountMinor,
    description,
    reference,
    paymentId: id,
    ...(invoice ? { invoiceId: invoice.id } : {}),
  });
  stage.deeds.push({ at, by: story.admin, action: 'payment.recorded', recordType: 'payment', recordId: id });
  stage.notices.push({
    at,
    kind: 'payment_recorded',
    recordType: 'payment',
    recordId: id,
    facts: {
      amountMinor: String(amountMinor),
      currency,
      ...(invoice ? { invoiceId: invoice.id, number: invoice.number } : {}),
    },
    to: peopleOf(stage, client),
  });
}
