import { v7 as uuidv7 } from 'uuid';
import { Prisma } from '@/lib/db/generated/client';
import type { WriteDb } from '@/lib/db/handles';
import { accountOf, type Entry, lockAccounts, postEntries, undoMoney } from '@/lib/imports/invoices/commands';
import { noteRecords } from '@/lib/imports/records/commands';
import type { Planned, Use, Writing } from '@/lib/imports/records/rule';
import { wordsOf } from '@/lib/imports/work/rule';
import { described } from '@/lib/ledger/posting';

/** Records payments, allocates them, and posts them. */
export async function writePayments(db: WriteDb, planned: Planned[], writing: Writing): Promise<void> {
  const made = planned.filter(({ action }) => action === 'create');
  if (made.length === 0) return;
  const { actor, stamp } = writing;
  await lockAccounts(
    db,
    made.map(({ data }) => String(data.client_id)),
  );
  const rows = JSON.stringify(made.map(({ id, data }) => ({ ...data, id, allocation: uuidv7() })));
  const shape = Prisma.sql`r (id uuid, client_id uuid, currency char(3), amount_minor bigint, paid_on date, method payment_method, reference text,
    invoice_id uuid, allocated_minor bigint, allocation uuid)`;
  await db.$executeRaw`
    insert into payments (id, tenant_id, client_id, amount_minor, currency, paid_on, method, reference, recorded_by_id, recorded_by_name, created_at)
    select id, ${actor.tenantId}::uuid, client_id, amount_minor, currency, paid_on, method, reference, ${actor.userId}::uuid, ${actor.name}, ${stamp}::timestamptz
    from jsonb_to_recordset(${rows}::jsonb) as ${shape}`;
  await db.$executeRaw`
    insert into payment_allocations (id, tenant_id, client_id, payment_id, invoice_id, amount_minor, created_at)
    select allocation, ${actor.tenantId}::uuid, client_id, id, invoice_id, allocated_minor, ${stamp}::timestamptz
    from jsonb_to_recordset(${rows}::jsonb) as ${shape} where allocated_minor > 0`;
  await postEntries(
    db,
    made.map((one) => entryOf(one, writing)),
    writing,
  );
  await noteRecords(db, planned, writing);
}

function entryOf({ id, data }: Planned, { actor }: Writing): Entry {
  return {
    ...accountOf(data),
    ...{ entry_type: 'payment', entry_on: String(data.paid_on), amount: `-${data.amount_minor}`, payment_id: id },
    ...{
      reference: data.reference === null ? null : String(data.reference),
      invoice_id: data.invoice_id === null ? null : String(data.invoice_id),
    },
    description: described({ subject: 'payment', number: data.number === null ? 'none' : String(data.number) }, actor),
  };
}

type Returned = { id: string; refundId: string; clientId: string; currency: string; amountMinor: bigint };

/** Releases what an import's payments settle, and refunds all of them; their entries get their opposites. */
export function undoPayments(db: WriteDb, writing: Writing): Promise<Use[]> {
  const { actor, stamp } = writing;
  const words = wordsOf(actor);
  const reference = words('takenBack');
  return undoMoney(db, writing, 'payments', {
    usesOf: (ids) => Prisma.sql`
      select 'refunds' as what, count(*)::int as count from payments where id in ${ids} and refunded_minor > 0
      union all select 'claims', count(*)::int from payment_claims where payment_id in ${ids}`,
    undo: async (ids) => {
      await db.$executeRaw`
        insert into payment_allocations (id, tenant_id, client_id, payment_id, invoice_id, amount_minor, created_at)
        select gen_random_uuid(), tenant_id, client_id, payment_id, invoice_id, -sum(amount_minor), ${stamp}::timestamptz
        from payment_allocations where payment_id in ${ids} group by tenant_id, client_id, payment_id, invoice_id having sum(amount_minor) > 0`;
      const returned = await db.$queryRaw<Returned[]>`
        insert into refunds (id, tenant_id, client_id, payment_id, amount_minor, currency, refunded_on, method, reference, recorded_by_id, recorded_by_name, created_at)
        select gen_random_uuid(), tenant_id, client_id, id, amount_minor, currency, ${words.today}::date, 'other', ${reference}, ${actor.userId}::uuid, ${actor.name}, ${stamp}::timestamptz
        from payments where id in ${ids}
        returning id as "refundId", payment_id as id, client_id as "clientId", currency, amount_minor as "amountMinor"`;
      return returned.map(
        ({ id, refundId, clientId, currency, amountMinor }): Entry => ({
          ...{
            client_id: clientId,
            currency,
            entry_type: 'refund',
            entry_on: words.today,
            amount: String(amountMinor),
          },
          ...{ description: described({ subject: 'refund', number: 'none' }, actor), reference },
          ...{ payment_id: id, refund_id: refundId },
        }),
      );
    },
  });
}
