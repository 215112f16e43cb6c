import { SetupError } from '@/lib/setup-error';
import { prepare } from '@/scripts/launch/prepare';
import { run } from '@/scripts/launch/run';

/** `npm run reset-link -- person@example.com`: prints a single-use password reset link for this account. */
await run(async () => {
  const address = process.argv[2]?.trim().toLowerCase();
  if (!address) throw new SetupError('Name the e-mail address: npm run reset-link -- person@example.com');
  const { appVariables, database } = await prepare();
  Object.assign(process.env, appVariables);
  // These modules read the settings at import, so they are imported after process.env is complete.
  const { createOperatorReset } = await import('@/lib/auth/links');
  const { prisma } = await import('@/lib/db/client');
  try {
    const link = await createOperatorReset(address);
    if (!link) throw new SetupError(`No active account has the address ${address}`);
    console.log(
      `Whoever opens this link sets another password (once, until ${link.expiresAt.toISOString()}):\n  ${link.url}`,
    );
    return 0;
  } finally {
    await prisma.$disconnect();
    await database.close();
  }
});
