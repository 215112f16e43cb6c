import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { faultLine } from '@/lib/setup-error';

/**
 * Runs a script in the repository's root with the settings of `.env` (existing variables take precedence) and exits with the
 * code that it returns. A thrown error is printed as one line without a stack trace, with exit code 1.
 */
export async function run(main: () => Promise<number>): Promise<never> {
  try {
    process.chdir(resolve(import.meta.dirname, '../..'));
    if (existsSync('.env')) process.loadEnvFile('.env');
    process.exit(await main());
  } catch (error) {
    console.error(`oriel: ${faultLine(error)}`);
    process.exit(1);
  }
}
