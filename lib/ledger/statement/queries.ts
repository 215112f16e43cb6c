import type { ReadDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import { requireSpan } from '@/lib/ledger/queries';
import type { Ageing } from '@/lib/ledger/rule';
import type { Statement, StatementFilter, StatementRow } from '@/lib/ledger/schemas';

type Bounds = Pick<
  Statement,
  'clientName' | 'currency' | 'openingMinor' | 'closingMinor' | 'debitsMinor' | 'creditsMinor'
>;

/**
 * An account over a span of dates, in three statements. Balances run by the dates of the entries, and within a day by posting.
 * `timeZone` is the tenant's: it decides the dates of postings. Throws NOT_FOUND, and VALIDATION on `dateTo`.
 */
export async function getStatement(
  db: ReadDb,
  clientId: string,
  { dateFrom, dateTo }: StatementFilter,
  timeZone: string,
): Promise<Statement> {
  requireSpan({ dateFrom, dateTo });
  const [bounds] = await db.$queryRaw<Bounds[]>`
    select c.name as "clientName", c.currency,
      coalesce(sum(e.credit_minor - e.debit_minor) filter (where e.entry_on < ${dateFrom}::date), 0)::bigint as "openingMinor",
      coalesce(sum(e.credit_minor - e.debit_minor), 0)::bigint as "closingMinor",
      coalesce(sum(e.debit_minor) filter (where e.entry_on >= ${dateFrom}::date), 0)::bigint as "debitsMinor",
      coalesce(sum(e.credit_minor) filter (where e.entry_on >= ${dateFrom}::date), 0)::bigint as "creditsMinor"
    from clients c left join ledger_entries e on e.party_id = c.id and e.entry_on <= ${dateTo}::date
    where c.id = ${clientId}::uuid
    group by c.name, c.currency`;
  const known = orNotFound(bounds);
  const entries = await db.$queryRaw<StatementRow[]>`
    select * from (
      select id, party_id as "partyId", entry_on::text as "entryOn", entry_type as "entryType", description, reference,
        debit_minor as "debitMinor", credit_minor as "creditMinor", currency, invoice_id as "invoiceId",
        payment_id as "paymentId", credit_note_id as "creditNoteId", refund_id as "refundId", created_at as "createdAt",
        (sum(credit_minor - debit_minor) over (order by entry_on, posting_number))::bigint as "balanceMinor",
        coalesce(max(entry_on) over (order by posting_number rows between unbounded preceding and 1 preceding) > entry_on, false) as "isBackDated",
        (created_at at time zone ${timeZone})::date::text as "postedOn", posting_number as place
      from ledger_entries where party_id = ${clientId}::uuid
    ) e
    where "entryOn"::date between ${dateFrom}::date and ${dateTo}::date
    order by "entryOn", place`;
  const ageing = await ageingOf(db, clientId, dateTo, timeZone);
  return { dateFrom, dateTo, ...known, entries, ageing };
}

/**
 * The open invoices of an account as they stood at the end of a day, by the days since they were due. Credit notes, payments and
 * voiding count from their own date on; an allocation counts from the date of its payment until its release, which is never before that date.
 */
async function ageingOf(db: ReadDb, clientId: string, on: string, timeZone: string): Promise<Ageing> {
  const [sums] = await db.$queryRaw<Ageing[]>`
    select coalesce(sum(open) filter (where late <= 0), 0)::bigint as current,
      coalesce(sum(open) filter (where late between 1 and 30), 0)::bigint as "days1To30",
      coalesce(sum(open) filter (where late between 31 and 60), 0)::bigint as "days31To60",
      coalesce(sum(open) filter (where late between 61 and 90), 0)::bigint as "days61To90",
      coalesce(sum(open) filter (where late > 90), 0)::bigint as "daysOver90"
    from (
      select ${on}::date - i.due_on as late, i.total_minor
        - coalesce((select sum(n.total_minor) from credit_notes n where n.invoice_id = i.id and n.issued_on <= ${on}::date), 0)
        - coalesce((select sum(a.amount_minor) from payment_allocations a join payments p on p.id = a.payment_id
            where a.invoice_id = i.id
              and case when a.amount_minor > 0 then p.paid_on
                else greatest(p.paid_on, (a.created_at at time zone ${timeZone})::date) end <= ${on}::date), 0)
        - case when i.status = 'void' and (i.voided_at at time zone ${timeZone})::date <= ${on}::date then i.voided_minor else 0 end as open
      from invoices i
      where i.client_id = ${clientId}::uuid and i.status <> 'draft' and i.issued_on <= ${on}::date
    ) i where open > 0`;
  return orNotFound(sums);
}
