import { hashPassword } from '@/lib/auth/passwords';
import type { StorageSettings } from '@/lib/storage-settings';
import { type As, inOneTransaction } from '@/prisma/seed/as';
import { clockOf } from '@/prisma/seed/clock';
import { writeDocuments } from '@/prisma/seed/documents';
import { makeFiles } from '@/prisma/seed/files';
import { writeGallery } from '@/prisma/seed/gallery';
import { harborPine } from '@/prisma/seed/harbor-pine/business';
import { writeHours } from '@/prisma/seed/hours';
import { uuid7 } from '@/prisma/seed/ids';
import { kestrel } from '@/prisma/seed/kestrel/business';
import { demoMakers, type Makers } from '@/prisma/seed/makers';
import { writeMoney } from '@/prisma/seed/money';
import { writeNotices } from '@/prisma/seed/notices';
import { writeProjects, writeUpdates } from '@/prisma/seed/projects';
import { shelfIn } from '@/prisma/seed/shelf';
import { type Stage, stageFor } from '@/prisma/seed/stage';
import type { BusinessStory } from '@/prisma/seed/story';
import { writeSupport } from '@/prisma/seed/support';
import { writeTenancy } from '@/prisma/seed/tenancy';
import { writeTrail } from '@/prisma/seed/trail';
import { writeVisits } from '@/prisma/seed/visits';

/** The password of every demo account. */
export const demoPassword = 'oriel-demo-2026';

/** The platform operator of the demo. */
export const demoOperator = { name: 'Robin Vale', email: 'super@oriel.example' };

export const demoBusinesses: readonly BusinessStory[] = [harborPine, kestrel];

export type Ground = {
  /** The database, as `oriel_app` logs in. */
  appDatabaseUrl: string;
  /** Where the files go. */
  storage: StorageSettings;
  now?: Date;
  makers?: Makers;
};

/**
 * Plants the demo data into an empty database, through the wall. All of it or nothing, files included: a second run after
 * a failure starts afresh. True when it was planted, false when there was somebody already and nothing was done.
 */
export async function seed({
  appDatabaseUrl,
  storage,
  now = new Date(),
  makers = demoMakers,
}: Ground): Promise<boolean> {
  if (await inOneTransaction(appDatabaseUrl, isInhabited)) return false;
  const passwordHash = await hashPassword(demoPassword);
  const shelf = shelfIn(storage);
  try {
    // Made before the transaction, which must not wait for pictures. If somebody else has planted meanwhile, for nothing.
    const files = await makeFiles(demoBusinesses, now, shelf, makers);
    const planted = await inOneTransaction(appDatabaseUrl, async (as) => {
      if (await isInhabited(as)) return false;
      const operatorId = await plantOperator(as, now, passwordHash);
      for (const story of demoBusinesses) await plant(stageFor(story, as, now, files), operatorId, passwordHash);
      return true;
    });
    if (!planted) await shelf.clear();
    return planted;
  } catch (error) {
    await shelf.clear();
    throw error;
  }
}

async function plantOperator(as: As, now: Date, passwordHash: string): Promise<string> {
  const id = uuid7();
  const createdAt = clockOf('UTC', now).at([-340, '09:00']);
  await as({ role: 'oriel_login' }, async (db) => {
    await db.user.createMany({
      data: { ...demoOperator, id, userType: 'super_admin', createdAt, updatedAt: createdAt },
    });
    await db.credential.createMany({ data: { userId: id, passwordHash, changedAt: createdAt } });
  });
  return id;
}

function isInhabited(as: As): Promise<boolean> {
  return as({ role: 'oriel_platform' }, async (db) => (await db.tenant.count()) + (await db.user.count()) > 0);
}

async function plant(stage: Stage, operatorId: string, passwordHash: string): Promise<void> {
  await writeTenancy(stage, operatorId, passwordHash);
  await writeProjects(stage);
  await writeDocuments(stage);
  await writeGallery(stage);
  await writeUpdates(stage);
  await writeSupport(stage);
  await writeMoney(stage);
  await writeHours(stage);
  await writeVisits(stage);
  await writeNotices(stage);
  await writeTrail(stage);
}
