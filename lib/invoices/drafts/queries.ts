import { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';

/** A project to bill, with the billable minutes that no line has billed. */
export type BilledProject = { id: string; name: string; unbilledMinutes: number };

/** A client to bill, with its projects by name. */
export type Billed = { id: string; name: string; currency: string; projects: BilledProject[] };

/** The client to bill, by its id or by that of a project, in one statement. Throws NOT_FOUND. */
export async function getBilled(db: ReadDb, of: { clientId: string } | { projectId: string }): Promise<Billed> {
  const client =
    'clientId' in of
      ? Prisma.sql`${of.clientId}::uuid`
      : Prisma.sql`(select client_id from projects where id = ${of.projectId}::uuid)`;
  const [row] = await db.$queryRaw<Billed[]>`
    select c.id, c.name, c.currency, coalesce((
      select json_agg(json_build_object('id', p.id, 'name', p.name, 'unbilledMinutes', coalesce((
        select sum(e.minutes)::int from time_entries e
        where e.project_id = p.id and e.billable and e.invoice_line_id is null), 0)) order by p.name, p.id)
      from projects p where p.client_id = c.id), '[]') as projects
    from clients c where c.id = ${client}`;
  return orNotFound(row);
}
