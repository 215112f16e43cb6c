import type { SeedContext } from '@/prisma/seed/context';

/** Writes the notifications, read where the person has visited since, and each person's e-mail settings. */
export async function writeNotifications(context: SeedContext): Promise<void> {
  const { story, tenantId, idOf, person, actAsPerson } = context;
  const data = context.notices.flatMap(({ to, at, ...notice }) =>
    to.map((key) => {
      const visit = context.at(person(key).lastVisit);
      const readAt = at < visit ? visit : null;
      const reader = person(key);
      const clientId = reader.userType === 'client' ? idOf('clients', reader.client) : null;
      return { ...notice, tenantId, clientId, userId: idOf('people', key), createdAt: at, readAt };
    }),
  );
  data.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  await actAsPerson(story.admin, (db) => db.notification.createMany({ data }));
  for (const [key, { mutes = [] }] of Object.entries(story.people)) {
    const settings = mutes.map((kind) => ({ tenantId, userId: idOf('people', key), kind, cadence: 'off' as const }));
    await actAsPerson(key, (db) => db.notificationSetting.createMany({ data: settings }));
  }
}
