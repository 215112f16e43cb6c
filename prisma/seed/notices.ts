import type { Prisma } from '@/lib/db/generated/client';
import type { NotificationKind } from '@/lib/db/generated/enums';
import type { Stage } from '@/prisma/seed/stage';
import type { PersonStory } from '@/prisma/seed/story';

/** Something that people of a client are told about. `facts` are the names and numbers for its sentence. */
export type Notice = {
  at: Date;
  kind: NotificationKind;
  recordType: 'document' | 'project' | 'support_ticket' | 'invoice' | 'payment' | 'phase' | 'project_update';
  recordId: string;
  facts: Prisma.InputJsonObject;
  to: PersonStory[];
};

/** Writes the notifications, read where the person has been here since, and each person's e-mail switches. */
export async function writeNotices(stage: Stage): Promise<void> {
  const { tenantId, idOf } = stage;
  const data = stage.notices.flatMap(({ to, at, ...notice }) =>
    to.map((person) => {
      const visit = stage.at(person.lastVisit);
      return { ...notice, tenantId, userId: idOf(person), createdAt: at, readAt: at < visit ? visit : null };
    }),
  );
  data.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  await stage.inNameOf(stage.story.admin, (db) => db.notification.createMany({ data }));
  for (const person of stage.story.people) {
    const switches = (person.mutes ?? []).map((kind) => ({ tenantId, userId: idOf(person), kind, email: false }));
    await stage.inNameOf(person, (db) => db.notificationSetting.createMany({ data: switches }));
  }
}
