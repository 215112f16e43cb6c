import type { ReadDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import { teamClaimColumns, toTeamClaim } from '@/lib/invoices/claims/columns';
import { type ClaimFilter, claimOrder, type TeamClaim } from '@/lib/invoices/claims/schemas';
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
