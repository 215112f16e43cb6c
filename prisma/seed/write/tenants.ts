import type { SeedContext } from '@/prisma/seed/context';

/**
 * Writes the tenant with its clients and people in the roles that do this in the portal: the platform creates the tenant and
 * its first admin, the admin adds clients and people, and the sign-in stores passwords and last sign-ins.
 */
export async function writeTenant(context: SeedContext, operatorId: string, passwordHash: string): Promise<void> {
  const { story, tenantId, idOf, actAs, at } = context;
  const { since, billing: _billing, ...tenant } = story.tenant;
  const createdAt = at(`${since} 09:00`);
  await actAs({ role: 'oriel_platform', userId: operatorId }, async (db) => {
    await db.tenant.createMany({ data: { ...tenant, id: tenantId, createdAt, updatedAt: createdAt } });
    await db.user.createMany({ data: personRow(context, story.admin) });
  });
  await context.actAsPerson(story.admin, async (db) => {
    const clients = Object.entries(story.clients).map(([key, client]) => {
      const { since: clientSince, ...columns } = client;
      const addedAt = at(`${clientSince} 10:00`);
      const { currency } = tenant;
      return { ...columns, id: idOf('clients', key), tenantId, currency, createdAt: addedAt, updatedAt: addedAt };
    });
    await db.client.createMany({ data: clients });
    const others = Object.keys(story.people).filter((key) => key !== story.admin);
    await db.user.createMany({ data: others.map((key) => personRow(context, key)) });
  });
  await actAs({ role: 'oriel_login' }, async (db) => {
    for (const [key, person] of Object.entries(story.people)) {
      const userId = idOf('people', key);
      const lastSignInAt = at(person.lastVisit);
      await db.credential.createMany({
        data: { userId, passwordHash, chosenByOwner: true, changedAt: at(`${person.joined} 09:30`) },
      });
      await db.user.updateMany({ where: { id: userId }, data: { lastSignInAt, updatedAt: lastSignInAt } });
    }
  });
}

function personRow({ tenantId, idOf, at, person }: SeedContext, key: string) {
  const data = person(key);
  const { userType, name, email, phone, joined } = data;
  const clientId = data.userType === 'client' ? idOf('clients', data.client) : null;
  const createdAt = at(`${joined} 09:00`);
  const columns = { userType, name, email, phone, clientId, clientPortalEnabled: clientId !== null };
  return { ...columns, id: idOf('people', key), tenantId, createdAt, updatedAt: createdAt };
}
