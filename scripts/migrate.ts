import { deploy, draftMigration, drift, status } from '@/lib/db/migrations';
import { launchEnv } from '@/lib/env';
import { appPassword } from '@/lib/secret';
import { SetupError } from '@/lib/setup-error';
import { openDatabase, signingKey } from '@/scripts/launch/prepare';
import { run } from '@/scripts/launch/run';

const usage = 'npm run migrate -- deploy | status | drift | new NAME';

/** Each command prints its result and returns the exit code: 0, or 2 when migrations or changes are pending. */
const commands: Record<string, (ownerUrl: string, name: string) => Promise<number>> = {
  deploy: async (ownerUrl) => {
    const env = launchEnv();
    const password = env.appDatabaseUrl ? undefined : appPassword(await signingKey(env));
    const { applied } = await deploy(ownerUrl, { appPassword: password, always: true });
    console.log(
      applied.length
        ? `Applied ${applied.join(', ')} and the policies.`
        : 'Nothing was pending; the policies were applied again.',
    );
    return 0;
  },
  status: async (ownerUrl) => {
    const found = Object.entries(await status(ownerUrl)).filter(([, names]) => names.length > 0);
    for (const [state, names] of found) console.log(`${state}: ${names.join(', ')}`);
    if (!found.length) console.log('The database is up to date.');
    return found.length ? 2 : 0;
  },
  drift: async (ownerUrl) => {
    const difference = await drift(ownerUrl);
    console.log(difference?.trim() ?? 'The migrations make exactly what the models say.');
    return difference ? 2 : 0;
  },
  new: async (ownerUrl, name) => {
    const path = await draftMigration(ownerUrl, name);
    console.log(
      path
        ? `Wrote ${path}: read it before you commit it.`
        : 'The migrations make exactly what the models say; nothing to write.',
    );
    return 0;
  },
};

await run(async () => {
  const [name = 'deploy', argument = ''] = process.argv.slice(2);
  const command = commands[name];
  if (!command || (name === 'new' && !argument)) throw new SetupError(`Usage: ${usage}`);
  const database = await openDatabase(launchEnv());
  try {
    return await command(database.ownerUrl, argument);
  } finally {
    await database.close();
  }
});
