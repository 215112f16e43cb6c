import { launchEnv } from '@/lib/env';
import { seed } from '@/prisma/seed/index';
import { build, isBuilt } from '@/scripts/launch/build';
import { demoAccounts } from '@/scripts/launch/demo-accounts';
import { run } from '@/scripts/launch/run';
import { serve } from '@/scripts/launch/serve';

await run(async () => {
  process.env.ORIEL_DEMO = '1';
  // The build takes one core most of the time, so the database is made and seeded beside it.
  const built = isBuilt().then((is) => (is ? undefined : build()));
  // Its failure is reported below; without a listener it would end the process while the seed still writes.
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
