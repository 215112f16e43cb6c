import { visitPlaces } from '@/lib/visits/rule';
import type { SeedContext } from '@/prisma/seed/context';

/**
 * Writes when each client user last saw the first page, documents and photos, by which the portal marks what is new, and that the admin looked as
 * each of them before.
 */
export async function writeVisits(context: SeedContext): Promise<void> {
  const { story, tenantId, idOf, actAsPerson, at } = context;
  for (const [key, person] of Object.entries(story.people)) {
    if (person.userType !== 'client') continue;
    const visit = { tenantId, userId: idOf('people', key), seenAt: at(person.lastVisit) };
    const data = visitPlaces.map((place) => ({ ...visit, place }));
    await actAsPerson(key, (db) => db.visit.createMany({ data }));
    const looked = new Date(visit.seenAt.getTime() - 3_600_000);
    const action = { action: 'user.impersonated', recordType: 'user', recordId: visit.userId };
    context.auditedActions.push({ at: looked, by: story.admin, ...action });
  }
}
