import { requireInstallation } from '@/scripts/launch/installed';
import { prepare } from '@/scripts/launch/prepare';
import { run } from '@/scripts/launch/run';

await run(async () => {
  await requireInstallation('verified');
  const { appVariables, database } = await prepare();
  Object.assign(process.env, appVariables);
  // These modules read the settings at import, so they are imported after process.env is complete.
  const { verifyLedgers } = await import('@/scripts/ledger/verify');
  const { verifyTrails } = await import('@/scripts/audit/verify');
  const { prisma } = await import('@/lib/db/client');
  try {
    const print = (line: string) => console.log(line);
    const ledgers = await verifyLedgers(print);
    return (await verifyTrails(print)) || ledgers;
  } finally {
    await prisma.$disconnect();
    await database.close();
  }
});
