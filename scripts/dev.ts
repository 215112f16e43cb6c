import { launchEnv } from '@/lib/env';
import { seed } from '@/prisma/seed/index';
import { run } from '@/scripts/launch/run';
import { serve } from '@/scripts/launch/serve';
import { offerSetupLink } from '@/scripts/launch/setup-link';

// With ORIEL_DEMO=1 the development server uses the demo's data.
await run(async () => {
  const { demo, storage } = launchEnv();
  return serve({
    mode: 'dev',
    first: async (prepared) =>
      void (await (demo ? seed({ appDatabaseUrl: prepared.portalUrl, storage }) : offerSetupLink(prepared))),
    greeting: (url) => `Oriel's development server is at ${url}`,
  });
});
