import type { ReadDb } from '@/lib/db/handles';

/** A person of a client who can open the portal. */
export type PortalPerson = { id: string; name: string; clientId: string };

/** The people of a client to whom the team can write, by name; at most 200. */
export function listPortalPeople(db: ReadDb, { clientId }: { clientId: string }): Promise<PortalPerson[]> {
  return db.$queryRaw<PortalPerson[]>`
    select id::text, name, client_id::text as "clientId" from portal_people(${clientId}::uuid, null)`;
}

/** The projects of a client, by name; at most 200. */
export function listProjectsOf(
  db: ReadDb,
  { clientId }: { clientId: string },
): Promise<{ id: string; name: string }[]> {
  return db.project.findMany({
    where: { clientId },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 200,
  });
}
