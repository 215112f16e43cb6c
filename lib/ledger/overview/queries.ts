import type { ReadDb } from '@/lib/db/handles';
import type { CurvePoint, Related } from '@/lib/ledger/overview/schemas';
import type { LedgerRow } from '@/lib/ledger/schemas';

const mostPoints = 60;

/** An account's balance by the dates of its entries, earliest first: at the end of each day, or of each month where there are many days. */
export function balanceCurve(db: ReadDb, clientId: string): Promise<CurvePoint[]> {
  return db.$queryRaw<CurvePoint[]>`
    with days as (
      select entry_on as day, sum(credit_minor - debit_minor) as moved from ledger_entries where party_id = ${clientId}::uuid group by 1
    ), steps as (
      select max(day) as day, sum(moved) as moved from days
      group by case when (select count(*) from days) > ${mostPoints} then date_trunc('month', day)::date else day end
    ), sums as (select day, (sum(moved) over (order by day))::bigint as balance from steps)
    select day::text as on, balance from (select * from sums order by day desc limit ${mostPoints}) latest order by day`;
}

/** The invoices that entries of an account refer to: their own, those of their credit note, those that their payment settles. */
export function relatedInvoices(db: ReadDb, entries: readonly { id: string }[]): Promise<Related[]> {
  const ids = entries.map(({ id }) => id);
  return db.$queryRaw<Related[]>`
    select e.id as "entryId", i.id, i.number
    from ledger_entries e cross join lateral (
      select e.invoice_id as id where e.invoice_id is not null
      union select n.invoice_id from credit_notes n where n.id = e.credit_note_id
      union select a.invoice_id from payment_allocations a where a.payment_id = e.payment_id group by a.invoice_id having sum(a.amount_minor) <> 0
    ) r join invoices i on i.id = r.id
    where e.id = any(${ids}::uuid[]) and i.number is not null
    order by i.issued_on, i.number`;
}

/** Entries with the names of their clients. */
export async function withClientNames(
  db: ReadDb,
  entries: readonly LedgerRow[],
): Promise<(LedgerRow & { clientName: string })[]> {
  const ids = [...new Set(entries.map(({ partyId }) => partyId))];
  const rows = await db.client.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return entries.map((entry) => ({ ...entry, clientName: names.get(entry.partyId) ?? '' }));
}
