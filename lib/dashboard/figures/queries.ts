import { firstWeek, lastMonths, type Sum } from '@/lib/dashboard/figures/rule';
import { Prisma } from '@/lib/db/generated/client';
import { type Part, part } from '@/lib/db/together';
import type { Day } from '@/lib/format';

type Row = Omit<Sum, 'amount'> & { amount: string };
const sumOf = (row: Row): Sum => ({ ...row, amount: BigInt(row.amount) });

/** The sums behind the charts of the business, for `readTogether`: a few rows, however much they sum up. Staff get those of hours. */
export function businessSums(today: Day): Part<Sum> {
  const query = Prisma.sql`
    select kind, period_on::text as on, currency, amount::text from rollups
    where tenant_id = (select app_tenant()) and period_on <= ${today}::date and (
      kind = 'minutes' and period_on >= ${firstWeek(today)}::date
      or kind in ('invoiced', 'received') and period_on >= ${firstMonth(today)}::date)`;
  return part(query, sumOf);
}

/** How the installation grew month by month, for `readTogether`. */
export function growthSums(today: Day): Part<Sum> {
  const from = firstMonth(today);
  const query = Prisma.sql`
    select kind, period_on::text as on, '' as currency, sum(amount)::text as amount from rollups
    where kind in ('people', 'bytes') and period_on >= ${from}::date and period_on <= ${today}::date group by kind, period_on
    union all
    select 'tenants', date_trunc('month', created_at)::date::text, '', count(*)::text from tenants
    where created_at >= ${from}::date group by 2`;
  return part(query, sumOf);
}

const firstMonth = (today: Day): Day => `${lastMonths(today)[0]}-01`;
