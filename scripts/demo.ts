import { build, isBuilt } from '@/scripts/launch/build';
import { demoAccounts, demoPassword, seedWhenEmpty } from '@/scripts/launch/demo-data';
import { run } from '@/scripts/launch/run';
import { serve } from '@/scripts/launch/serve';

await run(async () => {
  process.env.ORIEL_DEMO = '1';
  if (!(await isBuilt())) await build();
  return serve({
    mode: 'start',
    first: ({ database }) => seedWhenEmpty(database.ownerUrl),
    greeting: (url) => ['', `  Oriel's demo serves at ${url}`, '', ...accountLines(), ''].join('\n'),
  });
});

function accountLines(): string[] {
  const lines = demoAccounts.map(([email, who]) => `  ${email.padEnd(26)} ${who}`);
  return [...lines, `  Everybody's password is ${demoPassword}`];
}
