import type { ReadDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';

/** The money of a project in minor units of its client's currency; amounts of invoices include tax. */
export type ProjectMoney = {
  currency: string;
  contractMinor: bigint | null;
  /** Of issued invoices, without void ones. */
  invoicedMinor: bigint;
  creditedMinor: bigint;
  paidMinor: bigint;
};

/** What a project is worth and what was invoiced, credited and paid of it, in one statement. Throws NOT_FOUND. */
export async function projectMoney(db: ReadDb, projectId: string): Promise<ProjectMoney> {
  const [row] = await db.$queryRaw<ProjectMoney[]>`
    select c.currency, p.contract_value_minor as "contractMinor", coalesce(sum(i.total_minor), 0)::bigint as "invoicedMinor",
      coalesce(sum(i.credited_minor), 0)::bigint as "creditedMinor", coalesce(sum(i.paid_minor), 0)::bigint as "paidMinor"
    from projects p join clients c on c.id = p.client_id
      left join invoices i on i.project_id = p.id and i.status = 'issued'
    where p.id = ${projectId}::uuid
    group by c.currency, p.contract_value_minor`;
  return orNotFound(row);
}
