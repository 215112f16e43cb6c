import type { ReadDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import type { Day } from '@/lib/format';
import { instalmentAmounts, instalmentState } from '@/lib/invoices/schedule/rule';
import type { Instalment, Schedule } from '@/lib/invoices/schedule/schemas';

type Row = Pick<Schedule, 'projectId' | 'clientId' | 'currency' | 'contractMinor'> &
  Pick<Instalment, 'phaseId' | 'phaseName' | 'title' | 'rate' | 'amountMinor' | 'dueOn' | 'expectedOn'> & {
    id: string | null;
    phaseCompleted: boolean;
    invoiceId: string | null;
    invoiceNumber: string | null;
    invoiceStatus: 'draft' | 'issued' | null;
    invoiceOpenMinor: bigint;
    invoiceDueOn: string | null;
    invoicedMinor: bigint | null;
  };

/**
 * The payment schedule of a project with the invoices that bill it, in one statement. A void invoice bills nothing; the wall hides
 * drafts from clients. `today` is the tenant's calendar date. Throws NOT_FOUND.
 */
export async function getSchedule(db: ReadDb, { id }: { id: string }, today: Day): Promise<Schedule> {
  const rows = await db.$queryRaw<Row[]>`
    select p.id as "projectId", p.client_id as "clientId", c.currency, p.contract_value_minor as "contractMinor", n.id,
      n.phase_id as "phaseId", f.name as "phaseName", n.title, n.rate, n.amount_minor as "amountMinor", n.due_on::text as "dueOn",
      coalesce(n.due_on, f.actual_end_on, f.planned_end_on)::text as "expectedOn",
      coalesce(f.status = 'completed', false) as "phaseCompleted", b.id as "invoiceId", b.number as "invoiceNumber",
      b.status::text as "invoiceStatus", coalesce(b.open_minor, 0) as "invoiceOpenMinor", b.due_on::text as "invoiceDueOn",
      b.amount_minor as "invoicedMinor"
    from projects p join clients c on c.id = p.client_id
      left join instalments n on n.project_id = p.id
      left join phases f on f.id = n.phase_id
      left join lateral (
        select i.id, i.number, i.status, i.open_minor, i.due_on, l.amount_minor
        from invoice_lines l join invoices i on i.id = l.invoice_id
        where l.instalment_id = n.id and i.status <> 'void' order by i.created_at, i.id limit 1
      ) b on true
    where p.id = ${id}::uuid order by n.position, n.id`;
  const { projectId, clientId, currency, contractMinor } = orNotFound(rows[0]);
  const found = rows.filter((row): row is Row & { id: string } => row.id !== null);
  const amounts = instalmentAmounts(found, contractMinor);
  return {
    ...{ projectId, clientId, currency, contractMinor },
    scheduledMinor: amounts.reduce((sum: bigint, amount) => sum + (amount ?? 0n), 0n),
    instalments: found.map((row, at) => instalmentOf(row, amounts[at] ?? null, today)),
  };
}

function instalmentOf(row: Row & { id: string }, dueMinor: bigint | null, today: Day): Instalment {
  const { id, phaseId, phaseName, title, rate, amountMinor, dueOn, expectedOn, phaseCompleted } = row;
  const { invoiceId, invoiceNumber, invoiceStatus: status, invoicedMinor } = row;
  const bill = status && { status, openMinor: row.invoiceOpenMinor, dueOn: row.invoiceDueOn };
  return {
    ...{ id, phaseId, phaseName, title, rate, amountMinor, dueOn, expectedOn, dueMinor },
    ...{ invoiceId, invoiceNumber, invoicedMinor },
    state: instalmentState({ bill, phaseCompleted, dueOn }, today),
  };
}
