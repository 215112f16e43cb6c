import { visitPlaces } from '@/lib/visits/rule';
import type { SeedContext } from '@/prisma/seed/context';

/** Writes when each client user last saw the first page, documents and photos, by which the portal marks what is new. */
export async function writeVisits({ story, tenantId, idOf, actAsPerson, at }: SeedContext): Promise<void> {
  for (const [key, person] of Object.entries(story.people)) {
    if (person.userType !== 'client') continue;
    const visit = { tenantId, userId: idOf('people', key), seenAt: at(person.lastVisit) };
    const data = visitPlaces.map((place) => ({ ...visit, place }));
    await actAsPerson(key, (db) => db.visit.createMany({ data }));
  }
}
