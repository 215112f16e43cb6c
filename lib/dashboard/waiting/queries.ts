import type { WaitingItem, WaitingOnMe } from '@/lib/dashboard/waiting/schemas';
import { waitingKinds } from '@/lib/dashboard/waiting/schemas';
import { Prisma } from '@/lib/db/generated/client';
import { type Part, part } from '@/lib/db/together';
import type { Day } from '@/lib/format';

/** Rows of each kind, and how many are counted. */
const most = { named: 5, counted: 100 };

type Row = Omit<WaitingItem, 'openMinor'> & { openMinor: string | null; count: number };

/**
 * What waits on the person whose scope this is, for `readTogether`: invoices to pay that nobody claims to have paid, answers and
 * documents that they have not read. `today` is the tenant's calendar date.
 */
export function waitingRows(today: Day): Part<Row> {
  const first = (rows: Prisma.Sql) => Prisma.sql`(
    select w.*, (count(*) over ())::int as count from (${rows} limit ${most.counted}) w order by w.place limit ${most.named})`;
  const query = Prisma.sql`${first(unpaid(today))} union all ${first(answered)} union all ${first(unread)}`;
  return part(query, ({ at, ...row }: Row) => ({ ...row, at: at && new Date(at).toISOString() }));
}

/** The latest claim of an invoice decides: a pending one waits for the business, a declined one for the client. */
const unpaid = (today: Day) => Prisma.sql`
  select row_number() over (order by i.due_on, i.number) as place,
    case when k.status = 'declined' then 'claim_declined' when i.due_on < ${today}::date then 'invoice_overdue' else 'invoice_due' end as kind,
    i.id, i.number as title, p.name as "projectName", i.due_on::text as "dueOn", i.open_minor::text as "openMinor",
    k.decline_reason as reason, null::int as number, null::timestamptz as at
  from invoices i left join projects p on p.id = i.project_id left join lateral (
    select c.status, c.decline_reason from payment_claims c where c.invoice_id = i.id order by c.created_at desc, c.id desc limit 1
  ) k on true
  where i.open_minor > 0 and k.status is distinct from 'claimed' order by i.due_on, i.number`;

const answered = Prisma.sql`
  select row_number() over (order by t.answered_at desc, t.id) as place, 'ticket_answered' as kind, t.id, t.subject as title,
    p.name as "projectName", null as "dueOn", null as "openMinor", null as reason, t.number, t.answered_at as at
  from support_tickets t left join projects p on p.id = t.project_id
  where t.client_user_id = (select app_user()) and t.answered_at is not null and not exists (
    select from ticket_reads r where r.ticket_id = t.id and r.user_id = (select app_user()) and r.read_at >= t.answered_at)
  order by t.answered_at desc, t.id`;

/** Documents of which the person was told and whose page they have not opened since. */
const unread = Prisma.sql`
  select row_number() over (order by d.published_at desc, d.id) as place, 'document' as kind, d.id, d.title, p.name as "projectName",
    null as "dueOn", null as "openMinor", null as reason, null::int as number, d.published_at as at
  from documents d join projects p on p.id = d.project_id
  where d.published_version_id is not null and d.id in (
    select n.record_id from notifications n
    where n.user_id = (select app_user()) and n.read_at is null and n.kind = 'document_published')
  order by d.published_at desc, d.id`;

/** The rows of `waitingRows` by urgency, with the number of all. */
export function waitingOf(rows: readonly Row[]): WaitingOnMe {
  const counts = new Map(rows.map((row) => [groupOf(row), row.count]));
  const items = rows
    .toSorted((a, b) => waitingKinds.indexOf(a.kind) - waitingKinds.indexOf(b.kind))
    .map(({ kind, id, title, projectName, dueOn, openMinor, reason, number, at }) => ({
      ...{ kind, id, title, projectName, dueOn, reason, number, at },
      openMinor: openMinor === null ? null : BigInt(openMinor),
    }));
  return { count: [...counts.values()].reduce((sum, count) => sum + count, 0), items };
}

/** Invoices are counted together, whatever is known of each. */
const groupOf = ({ kind }: Row) => (kind === 'ticket_answered' || kind === 'document' ? kind : 'invoice');
