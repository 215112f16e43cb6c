import { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import type { Day } from '@/lib/format';
import type { MonthOfCash } from '@/lib/ledger/ageing/rule';
import { type AgeingFilter, type AgeingTotal, ageingOrder, type ClientAgeing } from '@/lib/ledger/ageing/schemas';
import type { Page } from '@/lib/paging';

/** The sums of open invoices `i` by the days since they were due. `today` is the tenant's calendar date. */
const bandsOf = (today: Day) => {
  const sum = (condition: Prisma.Sql) => Prisma.sql`coalesce(sum(i.open_minor) filter (where ${condition}), 0)::bigint`;
  const late = Prisma.sql`(${today}::date - i.due_on)`;
  return Prisma.sql`${sum(Prisma.sql`${late} <= 0`)} as current, ${sum(Prisma.sql`${late} between 1 and 30`)} as "days1To30",
    ${sum(Prisma.sql`${late} between 31 and 60`)} as "days31To60", ${sum(Prisma.sql`${late} between 61 and 90`)} as "days61To90",
    ${sum(Prisma.sql`${late} > 90`)} as "daysOver90"`;
};

/** A page of the clients with open invoices, by name, as these stand today. Throws VALIDATION on `cursor`. */
export async function listAgeing(db: ReadDb, filter: AgeingFilter, today: Day): Promise<Page<ClientAgeing>> {
  const where = { invoices: { some: { openMinor: { gt: 0n } } } };
  const rows = await db.client.findMany({
    ...ageingOrder.seek(filter, where),
    select: { id: true, name: true, currency: true },
  });
  const { data, nextCursor } = ageingOrder.page(rows, filter);
  const ids = data.map(({ id }) => id);
  const aged = await db.$queryRaw<ClientAgeing[]>`
    select c.id as "clientId", c.name as "clientName", c.currency, ${bandsOf(today)}
    from clients c join invoices i on i.client_id = c.id and i.open_minor > 0
    where c.id = any(${ids}::uuid[])
    group by c.id, c.name, c.currency`;
  const byId = new Map(aged.map((row) => [row.clientId, row]));
  return { data: ids.flatMap((id) => byId.get(id) ?? []), nextCursor };
}

/** The open invoices of all clients by the days since they were due, for each currency. */
export function sumAgeing(db: ReadDb, today: Day): Promise<AgeingTotal[]> {
  return db.$queryRaw<AgeingTotal[]>`
    select i.currency, count(distinct i.client_id)::int as count, ${bandsOf(today)}
    from invoices i where i.open_minor > 0 group by i.currency order by i.currency`;
}

/** Payments less refunds by month for the twelve months up to today's, by the dates of their entries. */
export function cashByMonth(db: ReadDb, today: Day): Promise<MonthOfCash[]> {
  return db.$queryRaw<MonthOfCash[]>`
    select currency, to_char(entry_on, 'YYYY-MM') as month, sum(debit_minor - credit_minor)::bigint as minor
    from ledger_entries
    where entry_on >= (date_trunc('month', ${today}::date) - interval '11 months')::date and entry_on <= ${today}::date
      and entry_type in ('payment', 'refund')
    group by 1, 2 order by 1, 2`;
}
