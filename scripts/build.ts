import { build } from '@/scripts/launch/build';
import { run } from '@/scripts/launch/run';

await run(async () => {
  await build();
  return 0;
});
