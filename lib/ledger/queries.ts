import { endsBeforeStart, toColumn } from '@/lib/dates';
import type { LedgerEntryType } from '@/lib/db/generated/enums';
import type { ReadDb } from '@/lib/db/handles';
import { invalid, orNotFound } from '@/lib/errors';
import { entryColumns, rowOf } from '@/lib/ledger/columns';
import {
  type Account,
  type LedgerFilter,
  type LedgerRow,
  type Matching,
  postingOrder,
  type Sums,
  type TeamLedgerFilter,
  timeOrder,
} from '@/lib/ledger/schemas';
import type { Page } from '@/lib/paging';

type Match = Pick<LedgerFilter, 'entryType' | 'dateFrom' | 'dateTo'>;

/** Throws VALIDATION on `dateTo` where a span ends before it starts. */
export function requireSpan({ dateFrom, dateTo }: Pick<Match, 'dateFrom' | 'dateTo'>): void {
  if (endsBeforeStart(dateFrom, dateTo)) throw invalid({ dateTo: 'endBeforeStart' });
}

/** A page of one account, the latest posting first. Throws VALIDATION on `cursor` and on a span that ends before it starts. */
export async function listEntries(db: ReadDb, clientId: string, filter: LedgerFilter): Promise<Page<LedgerRow>> {
  requireSpan(filter);
  const where = { partyId: clientId, ...columnsOf(filter) };
  const rows = await db.ledgerEntry.findMany({ ...postingOrder.seek(filter, where), select: entryColumns });
  const { data, nextCursor } = postingOrder.page(rows, filter);
  return { data: data.map(rowOf), nextCursor };
}

/** A page of the entries of all accounts, the latest posting first. Throws VALIDATION like listEntries. */
export async function listAllEntries(db: ReadDb, filter: TeamLedgerFilter): Promise<Page<LedgerRow>> {
  requireSpan(filter);
  const rows = await db.ledgerEntry.findMany({ ...timeOrder.seek(filter, columnsOf(filter)), select: entryColumns });
  const { data, nextCursor } = timeOrder.page(rows, filter);
  return { data: data.map(rowOf), nextCursor };
}

/** One entry. Throws NOT_FOUND. */
export async function getEntry(db: ReadDb, id: string): Promise<LedgerRow> {
  return rowOf(orNotFound(await db.ledgerEntry.findUnique({ where: { id }, select: entryColumns })));
}

function columnsOf({ entryType, dateFrom, dateTo }: Match) {
  return {
    ...(entryType && { entryType }),
    ...((dateFrom || dateTo) && {
      entryOn: { ...(dateFrom && { gte: toColumn(dateFrom) }), ...(dateTo && { lte: toColumn(dateTo) }) },
    }),
  };
}

type SumRow = Sums & {
  currency: string;
  entryType: LedgerEntryType | null;
  matchedCount: number;
  matchedDebits: bigint;
  matchedCredits: bigint;
};

/** The sums of an account, whole and of the entries that match, in one statement. Throws NOT_FOUND for an unknown client. */
export async function getAccount(db: ReadDb, clientId: string, match: Match = {}): Promise<Account> {
  const { entryType = null, dateFrom = null, dateTo = null } = match;
  const rows = await db.$queryRaw<SumRow[]>`
    select c.currency, e.entry_type as "entryType",
      coalesce(sum(e.debit_minor), 0)::bigint as "debitsMinor", coalesce(sum(e.credit_minor), 0)::bigint as "creditsMinor",
      (count(e.id) filter (where m.matches))::int as "matchedCount",
      coalesce(sum(e.debit_minor) filter (where m.matches), 0)::bigint as "matchedDebits",
      coalesce(sum(e.credit_minor) filter (where m.matches), 0)::bigint as "matchedCredits"
    from clients c left join ledger_entries e on e.party_id = c.id,
      lateral (select (${entryType}::text is null or e.entry_type::text = ${entryType}::text)
        and (${dateFrom}::date is null or e.entry_on >= ${dateFrom}::date)
        and (${dateTo}::date is null or e.entry_on <= ${dateTo}::date) as matches) m
    where c.id = ${clientId}::uuid
    group by c.currency, e.entry_type`;
  const { currency } = orNotFound(rows[0]);
  const byType = { invoice: none, payment: none, refund: none, adjustment: none };
  for (const { entryType: type, debitsMinor, creditsMinor } of rows)
    if (type !== null) byType[type] = { debitsMinor, creditsMinor };
  const matching = rows.map(({ matchedCount: count, matchedDebits: debitsMinor, matchedCredits: creditsMinor }) => ({
    ...{ count, debitsMinor, creditsMinor },
  }));
  return { currency, ...added(rows), byType, matching: { ...added(matching), count: total(matching) } };
}

/** The sums of all entries that match, for each currency. */
export async function sumsByCurrency(db: ReadDb, match: Match): Promise<(Matching & { currency: string })[]> {
  const rows = await db.ledgerEntry.groupBy({
    by: ['currency'],
    where: columnsOf(match),
    orderBy: { currency: 'asc' },
    _sum: { debitMinor: true, creditMinor: true },
    _count: { _all: true },
  });
  return rows.map(({ currency, _sum, _count }) => ({
    ...{ currency, count: _count._all },
    debitsMinor: _sum.debitMinor ?? 0n,
    creditsMinor: _sum.creditMinor ?? 0n,
  }));
}

const none: Sums = { debitsMinor: 0n, creditsMinor: 0n };

function added(parts: readonly Sums[]): Sums {
  return parts.reduce(
    (sum, part) => ({
      debitsMinor: sum.debitsMinor + part.debitsMinor,
      creditsMinor: sum.creditsMinor + part.creditsMinor,
    }),
    none,
  );
}

const total = (parts: readonly { count: number }[]) => parts.reduce((sum, { count }) => sum + count, 0);
