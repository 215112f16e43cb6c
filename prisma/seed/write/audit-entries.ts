import type { SeedContext } from '@/prisma/seed/context';

const userAgents = {
  client:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 Version/19.1 Mobile/15E148 Safari/604.1',
  staff: 'Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 Chrome/142.0.0.0 Mobile Safari/537.36',
  admin: 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
};

/** Writes the audit trail, sign-ins included: each person's entries in their own name and in the order of time. */
export async function writeAuditEntries(context: SeedContext): Promise<void> {
  const { auditedActions, story, tenantId, idOf, actAsPerson } = context;
  for (const [key, { name, userType, lastVisit, ip }] of Object.entries(story.people)) {
    const signIn = { at: context.at(lastVisit), by: key, action: 'user.signed_in', detail: { by: 'password' } };
    const actor = { tenantId, actorId: idOf('people', key), actorName: name, actorType: userType };
    const data = [...auditedActions.filter(({ by }) => by === key), signIn]
      .sort((a, b) => a.at.getTime() - b.at.getTime())
      .map(({ by: _, at, ...entry }) => ({
        ...entry,
        ...actor,
        ip,
        userAgent: userAgents[userType],
        createdAt: at,
      }));
    await actAsPerson(key, (db) => db.auditEntry.createMany({ data }));
  }
}
