import { launchEnv } from '@/lib/env';
import { requireInstallation } from '@/scripts/launch/installed';
import { prepare } from '@/scripts/launch/prepare';
import { run } from '@/scripts/launch/run';
import { workUntilAsked } from '@/scripts/launch/worker-main';

await run(async () => {
  await requireInstallation('worked for');
  const { appVariables, database } = await prepare();
  Object.assign(process.env, appVariables);
  console.log(`The worker of ${launchEnv().url} is at work.`);
  try {
    return await workUntilAsked();
  } finally {
    await database.close();
  }
});
