import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * Runs a script in the repository's root with the settings of `.env` (the real environment wins), and ends the process
 * with the code it returns. What goes wrong is one readable line, never a stack trace.
 */
export async function run(main: () => Promise<number>): Promise<never> {
  try {
    process.chdir(resolve(import.meta.dirname, '../..'));
    if (existsSync('.env')) process.loadEnvFile('.env');
    process.exit(await main());
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    console.error(`oriel: ${message.trim().split('\n', 1).join() || 'failed without a reason'}`);
    process.exit(1);
  }
}
