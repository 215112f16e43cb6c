import { launchEnv } from '@/lib/env';
import { SetupError } from '@/lib/setup-error';
import { isBuilt } from '@/scripts/launch/build';
import { run } from '@/scripts/launch/run';
import { serve } from '@/scripts/launch/serve';
import { offerSetupLink } from '@/scripts/launch/setup-link';

await run(async () => {
  const { demo } = launchEnv();
  if (!(await isBuilt())) throw new SetupError('There is no build of these sources yet: run npm run build first');
  return serve({
    mode: 'start',
    first: async (prepared) => {
      if (!demo) await offerSetupLink(prepared);
    },
    greeting: (url) => `Oriel serves at ${url}`,
  });
});
