import { launchEnv } from '@/lib/env';
import { seed } from '@/prisma/seed/index';
import { build, isBuilt } from '@/scripts/launch/build';
import { demoAccounts } from '@/scripts/launch/demo-accounts';
import { run } from '@/scripts/launch/run';
import { serve } from '@/scripts/launch/serve';

await run(async () => {
  process.env.ORIEL_DEMO = '1';
  // The build mostly uses one core, so it runs in parallel with the database setup and the seed.
  const built = isBuilt().then((is) => (is ? undefined : build()));
  // A build failure is reported by `await built`; an unhandled rejection would end the process during the seed.
  built.catch(() => undefined);
  return serve({
    mode: 'start',
    first: async ({ portalUrl }) => {
      await seed({ appDatabaseUrl: portalUrl, storage: launchEnv().storage });
      await built;
    },
    greeting: (url) => `\n  Oriel's demo serves at ${url}\n\n${demoAccounts()}\n`,
  });
});
