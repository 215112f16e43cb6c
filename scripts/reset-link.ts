import { parseArgs } from 'node:util';
import { email } from '@/lib/fields';
import { SetupError } from '@/lib/setup-error';
import { prepare } from '@/scripts/launch/prepare';
import { run } from '@/scripts/launch/run';

const usage = 'npm run reset-link -- person@example.com [--tenant harbor-pine | --operator]';

/**
 * `npm run reset-link -- person@example.com`: prints a single-use password reset link for this account. `--tenant` or
 * `--operator` says which one, where several accounts have the address.
 */
await run(async () => {
  const { address, meant } = readArguments();
  const { appVariables, database } = await prepare();
  Object.assign(process.env, appVariables);
  // These modules read the settings at import, so they are imported after process.env is complete.
  const { createOperatorReset } = await import('@/lib/auth/links');
  const { prisma } = await import('@/lib/db/client');
  try {
    const { link, choices } = await createOperatorReset(address, meant);
    if (!link) throw new SetupError(refusal(address, choices));
    console.log(
      `Whoever opens this link sets another password (once, until ${link.expiresAt.toISOString()}):\n  ${link.url}`,
    );
    return 0;
  } finally {
    await prisma.$disconnect();
    await database.close();
  }
});

function readArguments() {
  try {
    const options = { tenant: { type: 'string' }, operator: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ args: process.argv.slice(2), options, allowPositionals: true });
    const [typed, ...others] = positionals;
    if (others.length > 0 || (values.operator && values.tenant !== undefined)) throw new Error();
    return { address: email.parse(typed), meant: values.operator ? null : values.tenant };
  } catch {
    throw new SetupError(`Name the e-mail address: ${usage}`);
  }
}

function refusal(address: string, choices: (string | null)[]): string {
  if (choices.length === 0) return `No active account has the address ${address}`;
  const options = choices.map((slug) => (slug === null ? '--operator' : `--tenant ${slug}`)).join(' or ');
  return `Say which account of ${address} is meant: ${options}`;
}
