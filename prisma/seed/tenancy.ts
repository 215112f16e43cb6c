import type { Stage } from '@/prisma/seed/stage';
import type { PersonStory } from '@/prisma/seed/story';

/**
 * The business and its people, the way they come to be: the platform onboards it with its first admin, who adds clients
 * and people, and the sign-in keeps their passwords and last visits.
 */
export async function writeTenancy(stage: Stage, operatorId: string, passwordHash: string): Promise<void> {
  const { story, tenantId, idOf, as } = stage;
  const { since, ...tenant } = story.tenant;
  const createdAt = stage.at([since, '09:00']);
  await as({ role: 'oriel_platform', userId: operatorId }, async (db) => {
    await db.tenant.createMany({ data: { ...tenant, id: tenantId, createdAt, updatedAt: createdAt } });
    await db.user.createMany({ data: personRow(stage, story.admin) });
  });
  await stage.inNameOf(story.admin, async (db) => {
    const clients = story.clients.map((client) => {
      const { since, ...columns } = client;
      return {
        ...columns,
        id: idOf(client),
        tenantId,
        currency: tenant.currency,
        createdAt: stage.at([since, '10:00']),
        updatedAt: stage.at([since, '10:00']),
      };
    });
    await db.client.createMany({ data: clients });
    const others = story.people.filter((person) => person !== story.admin);
    await db.user.createMany({ data: others.map((person) => personRow(stage, person)) });
  });
  await as({ role: 'oriel_login' }, async (db) => {
    for (const person of story.people) {
      const userId = idOf(person);
      const lastSignInAt = stage.at(person.lastVisit);
      await db.credential.createMany({ data: { userId, passwordHash, changedAt: stage.at([person.joined, '09:30']) } });
      await db.user.updateMany({ where: { id: userId }, data: { lastSignInAt, updatedAt: lastSignInAt } });
    }
  });
}

function personRow({ tenantId, idOf, at }: Stage, person: PersonStory) {
  const { userType, name, email, phone, joined } = person;
  const client = 'client' in person ? person.client : null;
  return {
    id: idOf(person),
    tenantId,
    userType,
    name,
    email,
    phone,
    clientId: client ? idOf(client) : null,
    clientPortalEnabled: client !== null,
    createdAt: at([joined, '09:00']),
    updatedAt: at([joined, '09:00']),
  };
}
