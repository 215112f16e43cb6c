import { hashPassword } from '@/lib/auth/passwords';
import type { StorageSettings } from '@/lib/storage-settings';

import { checkStory } from '@/prisma/seed/check-story';
import { clockOf } from '@/prisma/seed/clock';
import { contextOf, type SeedContext } from '@/prisma/seed/context';
import { type Contents, demoContents } from '@/prisma/seed/files/contents';
import { makeFiles } from '@/prisma/seed/files/make-files';
import { openSeedStorage } from '@/prisma/seed/files/storage';
import { harborPine } from '@/prisma/seed/stories/harbor-pine/story';
import { kestrel } from '@/prisma/seed/stories/kestrel/story';
import type { Story } from '@/prisma/seed/story';
import { type ActAs, inOneTransaction } from '@/prisma/seed/transaction';
import { uuid7 } from '@/prisma/seed/uuid7';
import { writeAccounts } from '@/prisma/seed/write/accounts';
import { writeAuditEntries } from '@/prisma/seed/write/audit-entries';
import { writeDocuments } from '@/prisma/seed/write/documents';
import { writeGuestPasses } from '@/prisma/seed/write/guest-passes';
import { writeHours } from '@/prisma/seed/write/hours';
import { writeNotifications } from '@/prisma/seed/write/notifications';
import { writePhotos } from '@/prisma/seed/write/photos';
import { writeProjects } from '@/prisma/seed/write/projects';
import { writeReport } from '@/prisma/seed/write/reports';
import { writeTenant } from '@/prisma/seed/write/tenants';
import { writeTickets } from '@/prisma/seed/write/tickets';
import { writeUpdates } from '@/prisma/seed/write/updates';
import { writeVisits } from '@/prisma/seed/write/visits';

/** The password of every demo account. */
export const demoPassword = 'oriel-demo-2026';

/** The super-admin of the demo, who belongs to no tenant. */
export const demoOperator = { name: 'Robin Vale', email: 'super@oriel.example' };

export const demoStories: readonly Story[] = [harborPine, kestrel];

export type SeedInput = {
  /** The address of the database for the role `oriel_app`. */
  appDatabaseUrl: string;
  /** The storage for documents and photos. */
  storage: StorageSettings;
  now?: Date;
  contents?: Contents;
};

/**
 * Writes the demo data into an empty database, under row security. All of it is written or nothing, files included, so a
 * second run after a failure starts afresh. Returns whether it was written; false means that the database has users or tenants.
 */
export async function seed({
  appDatabaseUrl,
  storage: settings,
  now = new Date(),
  contents = demoContents,
}: SeedInput): Promise<boolean> {
  if (await inOneTransaction(appDatabaseUrl, isInhabited)) return false;
  demoStories.forEach(checkStory);
  const passwordHash = await hashPassword(demoPassword, 'operator');
  const storage = openSeedStorage(settings);
  try {
    // Files are made before the transaction, which must not wait for pictures; a second seed may have finished by then.
    const files = new Map<Story, Awaited<ReturnType<typeof makeFiles>>>();
    for (const story of demoStories) files.set(story, await makeFiles(story, now, storage, contents));
    const written = await inOneTransaction(appDatabaseUrl, async (actAs) => {
      if (await isInhabited(actAs)) return false;
      const operatorId = await writeOperator(actAs, now, passwordHash);
      for (const [story, storyFiles] of files)
        await writeStory(contextOf(story, storyFiles, now, actAs), operatorId, passwordHash);
      return true;
    });
    if (!written) await storage.removeAll();
    return written;
  } catch (error) {
    await storage.removeAll();
    throw error;
  }
}

function isInhabited(actAs: ActAs): Promise<boolean> {
  return actAs({ role: 'oriel_platform' }, async (db) => (await db.tenant.count()) + (await db.user.count()) > 0);
}

async function writeOperator(actAs: ActAs, now: Date, passwordHash: string): Promise<string> {
  const id = uuid7();
  const createdAt = clockOf('UTC', now).at('2025-02-28 09:00');
  await actAs({ role: 'oriel_login' }, async (db) => {
    await db.user.createMany({
      data: { ...demoOperator, id, userType: 'super_admin', createdAt, updatedAt: createdAt },
    });
    await db.credential.createMany({ data: { userId: id, passwordHash, chosenByOwner: true, changedAt: createdAt } });
  });
  return id;
}

async function writeStory(context: SeedContext, operatorId: string, passwordHash: string): Promise<void> {
  await writeTenant(context, operatorId, passwordHash);
  await writeProjects(context);
  await writeDocuments(context);
  await writePhotos(context);
  await writeUpdates(context);
  await writeTickets(context);
  await writeAccounts(context);
  await writeHours(context);
  await writeReport(context);
  await writeVisits(context);
  await writeGuestPasses(context);
  await writeNotifications(context);
  await writeAuditEntries(context);
}
