import type { ReadDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import { teamClaimColumns, toTeamClaim } from '@/lib/invoices/claims/columns';
import { type ClaimFilter, claimOrder, type OpenClaim, type TeamClaim } from '@/lib/invoices/claims/schemas';
import type { Page } from '@/lib/paging';

/** The tenant's claims, the latest first. Throws VALIDATION on `cursor`. */
export async function listClaims(db: ReadDb, filter: ClaimFilter): Promise<Page<TeamClaim>> {
  const { status, clientId, invoiceId } = filter;
  const where = {
    ...(status === 'all' ? {} : { status }),
    ...(clientId && { clientId }),
    ...(invoiceId && { invoiceId }),
  };
  const rows = await db.paymentClaim.findMany({ ...claimOrder.seek(filter, where), select: teamClaimColumns });
  const { data, nextCursor } = claimOrder.page(rows, filter);
  return { data: data.map(toTeamClaim), nextCursor };
}

/** One claim. Throws NOT_FOUND. */
export async function getTeamClaim(db: ReadDb, { id }: { id: string }): Promise<TeamClaim> {
  return toTeamClaim(orNotFound(await db.paymentClaim.findUnique({ where: { id }, select: teamClaimColumns })));
}

/** The claims that nobody has decided, the oldest first, in one statement. */
export function listOpenClaims(db: ReadDb, limit: number): Promise<OpenClaim[]> {
  return db.$queryRaw<OpenClaim[]>`
    select p.id, i.number as "invoiceNumber", c.name as "clientName", p.paid_on::text as "paidOn", p.note, i.currency,
      i.open_minor as "openMinor"
    from payment_claims p join invoices i on i.id = p.invoice_id join clients c on c.id = p.client_id
    where p.tenant_id = (select app_tenant()) and p.status = 'claimed' order by p.created_at, p.id limit ${limit}`;
}
