import type { Stage } from '@/prisma/seed/stage';

/** When each client was last at their documents and photos, so that the portal marks what has come since. */
export async function writeVisits({ story, tenantId, idOf, inNameOf, at }: Stage): Promise<void> {
  for (const person of story.people.filter(({ userType }) => userType === 'client')) {
    const visit = { tenantId, userId: idOf(person), seenAt: at(person.lastVisit) };
    const data = (['documents', 'gallery'] as const).map((place) => ({ ...visit, place }));
    await inNameOf(person, (db) => db.visit.createMany({ data }));
  }
}
