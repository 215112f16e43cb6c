import { SetupError } from '@/lib/setup-error';
import { prepare } from '@/scripts/launch/prepare';
import { run } from '@/scripts/launch/run';
import { offerSetupLink } from '@/scripts/launch/setup-link';

await run(async () => {
  const prepared = await prepare();
  try {
    if (!(await offerSetupLink(prepared))) throw new SetupError('This installation has a super-admin already');
    return 0;
  } finally {
    await prepared.database.close();
  }
});
