import type { Prisma } from '@/lib/db/generated/client';
import type { Stage } from '@/prisma/seed/stage';
import type { PersonStory } from '@/prisma/seed/story';

/** What somebody did to a record, for the audit trail. */
export type Deed = {
  at: Date;
  by: PersonStory;
  action: string;
  recordType: string;
  recordId: string;
  detail?: Prisma.InputJsonObject;
};

/** Writes the audit trail, each line in the name of the person it is about. */
export async function writeTrail({ deeds, story, tenantId, idOf, inNameOf }: Stage): Promise<void> {
  deeds.sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const person of story.people) {
    const actor = { tenantId, actorId: idOf(person), actorName: person.name, actorType: person.userType };
    const data = deeds
      .filter(({ by }) => by === person)
      .map(({ by: _, at, ...deed }) => ({ ...deed, ...actor, createdAt: at }));
    await inNameOf(person, (db) => db.auditEntry.createMany({ data }));
  }
}
