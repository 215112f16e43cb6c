import { divide, wholeRate } from '@/lib/invoices/rule';

/** The most instalments of a project. */
export const mostInstalments = 60;

/** How an instalment stands. A client sees a drafted one as due, because drafts are not theirs to see. */
export const instalmentStates = ['planned', 'due', 'drafted', 'invoiced', 'overdue', 'paid'] as const;
export type InstalmentState = (typeof instalmentStates)[number];

/** A share of the contract value in ten-thousandths of a percent, or an amount in minor units. */
export type Size = { rate: number | null; amountMinor: bigint | null };

/**
 * The amounts of instalments in minor units; null for a share where no contract value is agreed. Each share ends where the sum of
 * the shares so far ends, rounded half away from zero, so that shares of 100 % come to the contract value exactly.
 */
export function instalmentAmounts(sizes: readonly Size[], contractMinor: bigint | null): (bigint | null)[] {
  let sharedRate = 0n;
  let sharedMinor = 0n;
  return sizes.map(({ rate, amountMinor }) => {
    if (rate === null) return amountMinor;
    if (contractMinor === null) return null;
    sharedRate += BigInt(rate);
    const end = divide(contractMinor * sharedRate, BigInt(wholeRate));
    const share = end - sharedMinor;
    sharedMinor = end;
    return share;
  });
}

type Bill = { status: 'draft' | 'issued'; openMinor: bigint; dueOn: string | null };
type Facts = { bill: Bill | null; phaseCompleted: boolean; dueOn: string | null };

/** How an instalment stands on `today`, the tenant's calendar date. It is due by its own date, or when its phase is completed. */
export function instalmentState({ bill, phaseCompleted, dueOn }: Facts, today: string): InstalmentState {
  if (bill?.status === 'draft') return 'drafted';
  if (bill) return bill.openMinor === 0n ? 'paid' : bill.dueOn !== null && bill.dueOn < today ? 'overdue' : 'invoiced';
  return phaseCompleted || (dueOn !== null && dueOn <= today) ? 'due' : 'planned';
}
