import type { PaymentMethod } from '@/lib/db/generated/enums';
import type { WriteDb } from '@/lib/db/handles';
import { peopleOf, type SeedContext } from '@/prisma/seed/context';
import { uuid7 } from '@/prisma/seed/uuid7';
import { postEntry } from '@/prisma/seed/write/ledger-entries';

export type Payment = {
  client: string;
  at: Date;
  on: Date;
  amountMinor: bigint;
  method: PaymentMethod;
  reference: string;
  description: string;
  /** What it settles, each with the part of it. */
  settles?: readonly { id: string; number: string; amountMinor: bigint }[];
};

/**
 * Writes a payment with its allocations, its entry on the client's account and the notification of the client's people. Returns
 * its id.
 */
export async function recordPayment(context: SeedContext, db: WriteDb, payment: Payment): Promise<string> {
  const { client, at, on, amountMinor, method, reference, description, settles = [] } = payment;
  const [invoice] = settles.length === 1 ? settles : [];
  const { story, tenantId, idOf } = context;
  const { currency } = story.tenant;
  const id = uuid7();
  await db.payment.createMany({
    data: {
      ...{ id, tenantId, amountMinor, currency, method, reference },
      clientId: idOf('clients', client),
      paidOn: on,
      recordedById: idOf('people', story.admin),
      recordedByName: context.person(story.admin).name,
      createdAt: at,
    },
  });
  const ofClient = { tenantId, clientId: idOf('clients', client) };
  await db.paymentAllocation.createMany({
    data: settles.map(({ id: invoiceId, amountMinor: part }) => ({
      ...{ ...ofClient, id: uuid7(), paymentId: id, invoiceId, amountMinor: part, createdAt: at },
    })),
  });
  const entry = { client, at, on, description, reference, entryType: 'payment', paymentId: id } as const;
  const invoiceColumn = invoice ? { invoiceId: invoice.id } : {};
  await postEntry(context, db, { ...entry, amountMinor: -amountMinor, ...invoiceColumn });
  const record = { recordType: 'payment', recordId: id } as const;
  context.auditedActions.push({ at, by: story.admin, action: 'payment.recorded', ...record });
  context.notices.push({
    at,
    kind: 'payment_recorded',
    ...record,
    facts: {
      amount: String(amountMinor),
      currency,
      ...(invoice ? { ...invoiceColumn, number: invoice.number } : {}),
    },
    to: peopleOf(context, client),
  });
  return id;
}
