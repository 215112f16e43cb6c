import type { JobActor } from '@/lib/authz/actor';
import { addDays, today } from '@/lib/dates';
import type { WriteDb } from '@/lib/db/handles';
import { recordJobEvents } from '@/lib/events/record';
import { toDecimal } from '@/lib/money';

/** Days that an invoice may be overdue for its first reminder, so that a portal that begins to remind does not dig up old ones. */
const longestOverdue = 60;

type Due = { id: string; clientId: string; number: string; dueOn: string; currency: string; openMinor: bigint };

/**
 * Reminds the clients of the job's tenant of invoices with something to pay: some days before their due date and some after, as the
 * billing settings say, each once. For the clock, once a day; a second run finds nothing. Returns the number of reminders.
 */
export async function remindOfInvoices(db: WriteDb, job: JobActor): Promise<number> {
  const [tenant] = await db.$queryRaw<{ timeZone: string; before: number | null; after: number | null }[]>`
    select t.time_zone as "timeZone", case when b.tenant_id is null then 3 else b.remind_days_before end as before,
      case when b.tenant_id is null then 1 else b.remind_days_after end as after
    from tenants t left join billing_settings b on b.tenant_id = t.id where t.id = (select app_tenant())`;
  if (!tenant) return 0;
  const day = today(tenant.timeZone);
  const { before, after } = tenant;
  const soon = before === null ? [] : await remind(db, job, 'due_soon', day, addDays(day, before));
  const overdue =
    after === null ? [] : await remind(db, job, 'overdue', addDays(day, -longestOverdue), addDays(day, -after));
  return soon.length + overdue.length;
}

/** Reminds of the invoices that fall due from one date to another, both included, and that nobody was reminded of at this stage. */
async function remind(
  db: WriteDb,
  job: JobActor,
  stage: 'due_soon' | 'overdue',
  from: string,
  to: string,
): Promise<Due[]> {
  const due = await db.$queryRaw<Due[]>`
    with marked as (
      insert into clock_marks (tenant_id, kind, record_id, on_date)
      select i.tenant_id, ${`invoice_${stage}`}, i.id, i.due_on from invoices i
        where i.tenant_id = (select app_tenant()) and i.due_on between ${from}::date and ${to}::date and i.status = 'issued' and i.open_minor > 0
      on conflict do nothing returning record_id
    )
    select i.id, i.client_id as "clientId", i.number, i.due_on::text as "dueOn", i.currency, i.open_minor as "openMinor"
    from invoices i join marked m on m.record_id = i.id order by i.due_on, i.id`;
  await recordJobEvents(
    db,
    job,
    due.map(({ id, openMinor, ...facts }) => ({
      name: 'invoice.reminded',
      recordId: id,
      facts: { ...facts, stage, amount: toDecimal(openMinor, facts.currency) },
    })),
  );
  return due;
}
