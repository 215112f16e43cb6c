import type { WriteDb } from '@/lib/db/handles';
import { invalid } from '@/lib/errors';
import type { PortalPerson } from '@/lib/support/opening/team-queries';

/** The person of a client whom a ticket is for. Throws VALIDATION for one who cannot open the portal, and for anybody else. */
export async function requirePortalPerson(db: WriteDb, id: string): Promise<PortalPerson> {
  const [person] = await db.$queryRaw<PortalPerson[]>`
    select id::text, name, client_id::text as "clientId" from portal_people(null, ${id}::uuid)`;
  if (!person) throw invalid({ clientUserId: 'unknownPerson' });
  return person;
}
