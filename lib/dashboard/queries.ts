import { isClientPortalUser } from '@/lib/authz/portal-access';
import type { ClientPortalData, PortalClient } from '@/lib/dashboard/portal-data';
import type { ReadDb } from '@/lib/db/handles';
import type { Day } from '@/lib/format';
import { openInvoices } from '@/lib/invoices/queries';
import { projectsAtAGlance } from '@/lib/projects/project-list';
import { monthOfWork } from '@/lib/time/queries';

/**
 * The client, its projects, what it has to pay and the hours of this month, in the scope of one of its people and in four
 * statements. Null where that person has no access to the portal. `today` is the business's calendar date.
 */
export async function getClientPortalData(scope: ReadDb, today: Day): Promise<ClientPortalData | null> {
  const client = await findOwnClient(scope);
  if (!client) return null;
  return {
    client,
    ...(await projectsAtAGlance(scope)),
    invoices: await openInvoices(scope, today),
    timeEntries: await monthOfWork(scope, today),
  };
}

type Person = PortalClient & { portalEnabled: boolean; clientId: string | null; clientActive: boolean | null };

/**
 * The client of the person whose scope this is, asked of the same snapshot as everything else. A client that the scope was
 * not opened for is out of sight, so that somebody who was moved meanwhile finds neither the old one nor the new.
 */
async function findOwnClient(scope: ReadDb): Promise<PortalClient | null> {
  const [person] = await scope.$queryRaw<Person[]>`
    select u.client_portal_enabled as "portalEnabled", u.client_id as "clientId", c.is_active as "clientActive",
      c.id, c.name, c.currency, p.current as "currentProjects", p.earlier as "earlierProjects"
    from users u
      join tenants t on t.id = u.tenant_id and t.status = 'active'
      left join clients c on c.tenant_id = u.tenant_id and c.id = u.client_id,
      lateral (
        select count(*) filter (where status in ('planned', 'active', 'on_hold'))::int as current,
          count(*) filter (where status in ('completed', 'cancelled'))::int as earlier
        from projects where tenant_id = c.tenant_id and client_id = c.id
      ) p
    where u.id = (select app_user()) and u.user_type = 'client' and u.is_active`;
  if (!person || !isClientPortalUser(person)) return null;
  const { portalEnabled: _enabled, clientId: _id, clientActive: _active, ...client } = person;
  return client;
}
