import { launchEnv } from '@/lib/env';
import { seed } from '@/prisma/seed/index';
import { build, isBuilt } from '@/scripts/launch/build';
import { demoAccounts } from '@/scripts/launch/demo-accounts';
import { run } from '@/scripts/launch/run';
import { serve } from '@/scripts/launch/serve';

await run(async () => {
  process.env.ORIEL_DEMO = '1';
  if (!(await isBuilt())) await build();
  return serve({
    mode: 'start',
    first: async ({ portalUrl }) => void (await seed({ appDatabaseUrl: portalUrl, storage: launchEnv().storage })),
    greeting: (url) => `\n  Oriel's demo serves at ${url}\n\n${demoAccounts()}\n`,
  });
});
