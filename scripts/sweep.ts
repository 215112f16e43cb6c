import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { launchEnv } from '@/lib/env';
import { SetupError } from '@/lib/setup-error';
import { prepare } from '@/scripts/launch/prepare';
import { run } from '@/scripts/launch/run';

await run(async () => {
  await requireInstallation();
  const { appVariables, database } = await prepare();
  Object.assign(process.env, appVariables);
  // These modules read the settings at import, so they are imported after process.env is complete.
  const { sweepFiles } = await import('@/lib/storage/sweep');
  const { sweepKeys } = await import('@/lib/idempotency/sweep');
  const { prisma } = await import('@/lib/db/client');
  try {
    await sweepKeys();
    const removed = await sweepFiles();
    const place = resolve(launchEnv().dataDir);
    console.log(removed ? `Removed ${removed} abandoned files (${place}).` : `There was nothing to remove (${place}).`);
    return 0;
  } finally {
    await prisma.$disconnect();
    await database.close();
  }
});

/** Throws a SetupError when no installation exists, because prepare() would create one. */
async function requireInstallation(): Promise<void> {
  const { databaseUrl, dataDir } = launchEnv();
  if (databaseUrl) return;
  const folder = resolve(dataDir);
  await access(join(folder, 'postgres')).catch(() => {
    throw new SetupError(`There is no Oriel in ${folder}: set ORIEL_DATA_DIR or DATABASE_URL to the one to be swept`);
  });
}
