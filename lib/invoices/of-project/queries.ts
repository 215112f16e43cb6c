import { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';

/** The money of a project in minor units of its client's currency. A contract is agreed without tax, so invoices are compared without. */
export type ProjectMoney = {
  currency: string;
  contractMinor: bigint | null;
  /** Net amounts of issued invoices, without void ones, and of their credit notes. */
  invoicedMinor: bigint;
  creditedMinor: bigint;
  /** Payments include tax. */
  paidMinor: bigint;
};

/** What a project is worth and what was invoiced, credited and paid of it, in one statement. Throws NOT_FOUND. */
export async function projectMoney(db: ReadDb, projectId: string): Promise<ProjectMoney> {
  const [row] = await db.$queryRaw<ProjectMoney[]>`
    select c.currency, p.contract_value_minor as "contractMinor", coalesce(sum(i.net_minor), 0)::bigint as "invoicedMinor",
      coalesce(sum(n.net_minor), 0)::bigint as "creditedMinor", coalesce(sum(i.paid_minor), 0)::bigint as "paidMinor"
    from projects p join clients c on c.id = p.client_id
      left join invoices i on i.project_id = p.id and i.status = 'issued'
      left join lateral (select sum(net_minor) as net_minor from credit_notes where invoice_id = i.id) n on true
    where p.id = ${projectId}::uuid
    group by c.currency, p.contract_value_minor`;
  return orNotFound(row);
}

/** The condition of `sumInvoices` that invoices are of a project; all where none is named. */
export function ofProject(projectId: string | undefined): Prisma.Sql | undefined {
  return projectId ? Prisma.sql`i.project_id = ${projectId}::uuid` : undefined;
}
