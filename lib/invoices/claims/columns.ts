import { fromColumn } from '@/lib/dates';
import type { Prisma } from '@/lib/db/generated/client';
import { claimStatuses } from '@/lib/invoices/claims/rule';
import type { Claim, TeamClaim } from '@/lib/invoices/claims/schemas';
import { toDecimal } from '@/lib/money';

/** The columns of a claim that its client may read. */
export const claimColumns = {
  ...{ id: true, invoiceId: true, status: true, paidOn: true, note: true, userName: true, paymentId: true },
  ...{ declineReason: true, decidedAt: true, createdAt: true, invoice: { select: { number: true } } },
  proofFile: { select: { fileName: true, contentType: true, byteSize: true } },
} satisfies Prisma.PaymentClaimSelect;

/** The columns of a claim for admins. */
export const teamClaimColumns = {
  ...claimColumns,
  ...{ clientId: true, decidedByName: true },
  invoice: { select: { number: true, currency: true, openMinor: true, client: { select: { name: true } } } },
} satisfies Prisma.PaymentClaimSelect;

type Row = Prisma.PaymentClaimGetPayload<{ select: typeof claimColumns }>;
type TeamRow = Prisma.PaymentClaimGetPayload<{ select: typeof teamClaimColumns }>;

const stateOf = (status: string) => claimStatuses.find((known) => known === status) ?? 'claimed';

/** A row of `claimColumns`. */
export function toClaim({ invoice, paidOn, decidedAt, createdAt, proofFile, ...row }: Row): Claim {
  return {
    ...row,
    status: stateOf(row.status),
    invoiceNumber: invoice.number ?? '',
    paidOn: fromColumn(paidOn),
    decidedAt: decidedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    proof: proofFile && { ...proofFile, byteSize: Number(proofFile.byteSize) },
  };
}

/** A row of `teamClaimColumns`. */
export function toTeamClaim(row: TeamRow): TeamClaim {
  const { clientId, decidedByName, invoice } = row;
  const { currency, openMinor, client } = invoice;
  const account = { clientId, clientName: client.name, currency, openMinor, open: toDecimal(openMinor, currency) };
  return { ...toClaim(row), ...account, decidedByName };
}
