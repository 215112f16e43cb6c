import { endsBeforeStart, toColumn } from '@/lib/dates';
import { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import { likePattern, type Matches, searching } from '@/lib/db/search';
import { invalid, orNotFound } from '@/lib/errors';
import { paymentColumns, toPayment } from '@/lib/invoices/payments/columns';
import { mostAllocations } from '@/lib/invoices/payments/rule';
import {
  type Allocation,
  type FullPayment,
  type Payable,
  type Payables,
  type Payment,
  type PaymentFilter,
  type PaymentSums,
  paymentOrder,
} from '@/lib/invoices/payments/schemas';
import type { Page } from '@/lib/paging';

/** The tenant's payments, the latest first. Throws VALIDATION on `cursor` and on a span that ends before it starts. */
export async function listPayments(db: ReadDb, filter: PaymentFilter): Promise<Page<Payment>> {
  const seek = paymentOrder.seek(filter, matching(filter, await searching(db, filter.search)));
  const { data, nextCursor } = paymentOrder.page(
    await db.payment.findMany({ ...seek, select: paymentColumns }),
    filter,
  );
  return { data: data.map(toPayment), nextCursor };
}

/** The sums of all payments that match, per currency. Throws VALIDATION on a span that ends before it starts. */
export async function sumPayments(db: ReadDb, filter: PaymentFilter): Promise<PaymentSums[]> {
  const rows = await db.payment.groupBy({
    by: ['currency'],
    where: matching(filter, await searching(db, filter.search)),
    orderBy: { currency: 'asc' },
    _sum: { amountMinor: true, unallocatedMinor: true },
    _count: { _all: true },
  });
  return rows.map(({ currency, _sum, _count }) => ({
    ...{ currency, count: _count._all },
    amountMinor: _sum.amountMinor ?? 0n,
    unallocatedMinor: _sum.unallocatedMinor ?? 0n,
  }));
}

function matching(
  { clientId, unallocated, dateFrom, dateTo }: PaymentFilter,
  matches: Matches | null,
): Prisma.PaymentWhereInput {
  if (endsBeforeStart(dateFrom, dateTo)) throw invalid({ dateTo: 'endBeforeStart' });
  return {
    ...(clientId ? { clientId } : {}),
    ...(unallocated ? { unallocatedMinor: unallocated === 'true' ? { gt: 0n } : 0n } : {}),
    ...(matches ? { OR: [{ searchText: matches }, { client: { searchText: matches } }] } : {}),
    ...(dateFrom || dateTo
      ? { paidOn: { ...(dateFrom && { gte: toColumn(dateFrom) }), ...(dateTo && { lte: toColumn(dateTo) }) } }
      : {}),
  };
}

/** One payment with what it settles and its refunds. Throws NOT_FOUND. */
export async function getPayment(db: ReadDb, { id }: { id: string }): Promise<FullPayment> {
  const payment = toPayment(orNotFound(await db.payment.findUnique({ where: { id }, select: paymentColumns })));
  const allocations = await db.$queryRaw<Allocation[]>`
    select i.id as "invoiceId", i.number as "invoiceNumber", sum(a.amount_minor)::bigint as "amountMinor"
    from payment_allocations a join invoices i on i.id = a.invoice_id where a.payment_id = ${id}::uuid
    group by i.id, i.number having sum(a.amount_minor) <> 0 order by min(a.created_at), i.number`;
  const refunds = await db.$queryRaw<FullPayment['refunds']>`
    select id, amount_minor as "amountMinor", refunded_on::text as "refundedOn", method::text, reference
    from refunds where payment_id = ${id}::uuid order by refunded_on, id`;
  return { ...payment, allocations, refunds };
}

/**
 * The open invoices of a client that a form offers for a payment: those due first, of which the numbers contain the search, and
 * before all the one that was chosen.
 */
export async function listPayable(
  db: ReadDb,
  clientId: string,
  { search, chosen }: { search?: string | undefined; chosen?: string | undefined } = {},
): Promise<Payables> {
  const matches = await searching(db, search);
  const matching = matches ? Prisma.sql`search_text like ${likePattern(matches)}` : Prisma.sql`true`;
  const rows = await db.$queryRaw<Payable[]>`
    select id, number, due_on::text as "dueOn", total_minor as "totalMinor", open_minor as "openMinor" from invoices
    where client_id = ${clientId}::uuid and open_minor > 0 and (${matching} or id = ${chosen ?? null}::uuid)
    order by id = ${chosen ?? null}::uuid desc nulls last, due_on, number limit ${mostAllocations + 1}`;
  return { invoices: rows.slice(0, mostAllocations), more: rows.length > mostAllocations };
}

/** The client whose payment is recorded. Throws NOT_FOUND. */
export async function getPayer(db: ReadDb, clientId: string): Promise<{ id: string; name: string; currency: string }> {
  const select = { id: true, name: true, currency: true } as const;
  return orNotFound(await db.client.findUnique({ where: { id: clientId }, select }));
}
