import type { ReadDb } from '@/lib/db/handles';
import { balanceCurve, relatedInvoices } from '@/lib/ledger/overview/queries';
import type { CurvePoint, Related } from '@/lib/ledger/overview/schemas';
import { findCheck } from '@/lib/ledger/proof/queries';
import type { LedgerCheck } from '@/lib/ledger/proof/schemas';
import { getAccount, listAllEntries, listEntries, sumsByCurrency } from '@/lib/ledger/queries';
import type { Account, LedgerRow, Matching, TeamLedgerFilter } from '@/lib/ledger/schemas';
import type { Page } from '@/lib/paging';

export type TeamLedger = {
  page: Page<LedgerRow>;
  sums: (Matching & { currency: string })[];
  /** The account of the filter; null for all accounts. */
  account: (Account & { curve: CurvePoint[]; related: Related[]; check: LedgerCheck | null }) | null;
};

/** The entries of all accounts, or of one with its balance, its curve and its last check. Throws NOT_FOUND, VALIDATION. */
export async function teamLedger(db: ReadDb, { partyId, ...filter }: TeamLedgerFilter): Promise<TeamLedger> {
  if (partyId === undefined) {
    const page = await listAllEntries(db, filter);
    return { page, sums: await sumsByCurrency(db, filter), account: null };
  }
  const page = await listEntries(db, partyId, filter);
  const account = await getAccount(db, partyId, filter);
  const curve = await balanceCurve(db, partyId);
  const related = await relatedInvoices(db, page.data);
  const check = await findCheck(db, partyId);
  const sums = [{ ...account.matching, currency: account.currency }];
  return { page, sums, account: { ...account, curve, related, check } };
}
