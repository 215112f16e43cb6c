import type { ReadDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import { claimColumns, toClaim } from '@/lib/invoices/claims/columns';
import { type Claim, claimOrder, type InvoiceClaimsFilter, type LatestClaim } from '@/lib/invoices/claims/schemas';
import type { Page } from '@/lib/paging';

/** One claim. Throws NOT_FOUND. */
export async function getClaim(db: ReadDb, { id }: { id: string }): Promise<Claim> {
  return toClaim(orNotFound(await db.paymentClaim.findUnique({ where: { id }, select: claimColumns })));
}

/** The claims for an invoice, the latest first. Throws NOT_FOUND for an unknown invoice, VALIDATION on `cursor`. */
export async function listInvoiceClaims(db: ReadDb, filter: InvoiceClaimsFilter): Promise<Page<Claim>> {
  const { id: invoiceId } = filter;
  orNotFound(await db.invoice.findUnique({ where: { id: invoiceId }, select: { id: true } }));
  const rows = await db.paymentClaim.findMany({ ...claimOrder.seek(filter, { invoiceId }), select: claimColumns });
  const { data, nextCursor } = claimOrder.page(rows, filter);
  return { data: data.map(toClaim), nextCursor };
}

/** The latest claim for an invoice, in one statement; null without one. */
export async function findLatestClaim(db: ReadDb, invoiceId: string): Promise<LatestClaim | null> {
  const [row] = await db.$queryRaw<LatestClaim[]>`
    select id, status, paid_on::text as "paidOn", user_id as "userId", user_name as "userName", decline_reason as "declineReason",
      proof_file_id is not null as "hasProof"
    from payment_claims where invoice_id = ${invoiceId}::uuid order by created_at desc, id desc limit 1`;
  return row ?? null;
}
