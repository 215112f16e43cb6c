import type { AdminActor } from '@/lib/authz/actor';
import { Prisma } from '@/lib/db/generated/client';
import type { WriteDb } from '@/lib/db/handles';

type Part = { paymentId: string; invoiceId: string; clientId: string; amountMinor: bigint };

/** Adds rows to what payments settle; triggers keep the sums of invoice and payment. */
export async function addAllocations(db: WriteDb, parts: readonly Part[], { tenantId }: AdminActor): Promise<void> {
  if (parts.length > 0) await db.paymentAllocation.createMany({ data: parts.map((part) => ({ ...part, tenantId })) });
}

/**
 * Releases an amount that payments settle, of one payment or of one invoice, the latest allocation first. What is released of an
 * invoice is open again, of a payment it is the client's credit. The account is locked, and so much is allocated.
 */
export async function releaseAllocations(
  db: WriteDb,
  of: { paymentId: string } | { invoiceId: string },
  amountMinor: bigint,
  actor: AdminActor,
): Promise<void> {
  if (amountMinor <= 0n) return;
  const which =
    'paymentId' in of ? Prisma.sql`payment_id = ${of.paymentId}::uuid` : Prisma.sql`invoice_id = ${of.invoiceId}::uuid`;
  const held = await db.$queryRaw<Part[]>`
    select payment_id as "paymentId", invoice_id as "invoiceId", client_id as "clientId", sum(amount_minor)::bigint as "amountMinor"
    from payment_allocations where ${which} group by payment_id, invoice_id, client_id having sum(amount_minor) > 0
    order by max(created_at) filter (where amount_minor > 0) desc, max(id::text) desc`;
  let left = amountMinor;
  const released: Part[] = [];
  for (const part of held) {
    if (left === 0n) break;
    const taken = left - part.amountMinor > 0n ? part.amountMinor : left;
    released.push({ ...part, amountMinor: -taken });
    left -= taken;
  }
  await addAllocations(db, released, actor);
}
