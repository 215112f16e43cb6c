import { prepare } from '@/scripts/launch/prepare';
import { run } from '@/scripts/launch/run';

await run(async () => {
  const { appVariables, database } = await prepare();
  Object.assign(process.env, appVariables);
  // Reads the settings when it is loaded, so not before they are there.
  const { sweepFiles } = await import('@/lib/storage/sweep');
  const { prisma } = await import('@/lib/db/client');
  try {
    const removed = await sweepFiles();
    console.log(removed ? `Removed ${removed} abandoned files.` : 'There was nothing to remove.');
    return 0;
  } finally {
    await prisma.$disconnect();
    await database.close();
  }
});
