import type { Prisma } from '@/lib/db/generated/client';
import type { Stage } from '@/prisma/seed/stage';
import type { PersonStory } from '@/prisma/seed/story';

/** What somebody did, for the audit trail. */
export type Deed = {
  at: Date;
  by: PersonStory;
  action: string;
  recordType?: string;
  recordId?: string;
  detail?: Prisma.InputJsonObject;
};

const browsers = {
  client:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 Version/19.1 Mobile/15E148 Safari/604.1',
  staff: 'Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 Chrome/142.0.0.0 Mobile Safari/537.36',
  admin: 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
};

/** Writes the audit trail in the order it happened, each line in the name of the person it is about. */
export async function writeTrail({ deeds, story, tenantId, idOf, inNameOf, at }: Stage): Promise<void> {
  const signIns = story.people.map<Deed>((by) => ({
    at: at(by.lastVisit),
    by,
    action: 'user.signed_in',
    detail: { by: 'password' },
  }));
  for (const person of story.people) {
    const actor = { tenantId, actorId: idOf(person), actorName: person.name, actorType: person.userType };
    const data = [...deeds, ...signIns]
      .filter(({ by }) => by === person)
      .sort((a, b) => a.at.getTime() - b.at.getTime())
      .map(({ by, at, ...deed }) => ({
        ...deed,
        ...actor,
        ip: by.ip,
        userAgent: browsers[by.userType],
        createdAt: at,
      }));
    await inNameOf(person, (db) => db.auditEntry.createMany({ data }));
  }
}
