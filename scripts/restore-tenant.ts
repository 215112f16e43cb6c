import { resolve } from 'node:path';
import { SetupError } from '@/lib/setup-error';
import { requireInstallation } from '@/scripts/launch/installed';
import { prepare } from '@/scripts/launch/prepare';
import { run } from '@/scripts/launch/run';

// npm runs scripts in the folder of package.json and says where it was called.
const from = process.env.INIT_CWD ?? process.cwd();

/** `npm run restore-tenant -- archive.zip`: restores a business from its archive into this installation, which has none yet. */
await run(async () => {
  const [path, ...others] = process.argv.slice(2);
  if (!path || others.length > 0) throw new SetupError('Name the archive: npm run restore-tenant -- archive.zip');
  await requireInstallation('restored into');
  const { appVariables, database } = await prepare();
  Object.assign(process.env, appVariables);
  // These modules read the settings at import, so they are imported after process.env is complete.
  const { restoreBusiness } = await import('@/scripts/restore/restore');
  const { verifyLedgers } = await import('@/scripts/ledger/verify');
  const { verifyTrails } = await import('@/scripts/audit/verify');
  const { prisma } = await import('@/lib/db/client');
  const print = (line: string) => console.log(line);
  try {
    await restoreBusiness(resolve(from, path), database.ownerUrl, print);
    const ledgers = await verifyLedgers(print);
    return (await verifyTrails(print)) || ledgers;
  } finally {
    await prisma.$disconnect();
    await database.close();
  }
});
