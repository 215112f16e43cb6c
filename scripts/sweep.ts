import { resolve } from 'node:path';
import { launchEnv } from '@/lib/env';
import { requireInstallation } from '@/scripts/launch/installed';
import { prepare } from '@/scripts/launch/prepare';
import { run } from '@/scripts/launch/run';

await run(async () => {
  await requireInstallation('swept');
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
