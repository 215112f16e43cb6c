import type { z } from 'zod';
import { fromColumn } from '@/lib/dates';
import type { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import { type RefundFilter, type refund, refundOrder } from '@/lib/invoices/refunds/schemas';
import { toDecimal } from '@/lib/money';
import type { Page } from '@/lib/paging';

const columns = {
  ...{ id: true, paymentId: true, clientId: true, currency: true, amountMinor: true, refundedOn: true, method: true },
  ...{ reference: true, recordedByName: true, createdAt: true, client: { select: { name: true } } },
} satisfies Prisma.RefundSelect;

type Row = Prisma.RefundGetPayload<{ select: typeof columns }>;
type Refund = z.input<typeof refund>;

function toRefund({ client, amountMinor, refundedOn, createdAt, ...row }: Row): Refund {
  const amount = toDecimal(amountMinor, row.currency);
  const dates = { refundedOn: fromColumn(refundedOn), createdAt: createdAt.toISOString() };
  return { ...row, ...dates, amount, clientName: client.name };
}

/** The tenant's refunds, the latest first. Throws VALIDATION on `cursor`. */
export async function listRefunds(db: ReadDb, filter: RefundFilter): Promise<Page<Refund>> {
  const { clientId, paymentId } = filter;
  const seek = refundOrder.seek(filter, { ...(clientId && { clientId }), ...(paymentId && { paymentId }) });
  const { data, nextCursor } = refundOrder.page(await db.refund.findMany({ ...seek, select: columns }), filter);
  return { data: data.map(toRefund), nextCursor };
}

/** One refund. Throws NOT_FOUND. */
export async function getRefund(db: ReadDb, { id }: { id: string }): Promise<Refund> {
  return toRefund(orNotFound(await db.refund.findUnique({ where: { id }, select: columns })));
}
