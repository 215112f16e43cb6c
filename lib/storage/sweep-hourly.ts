import { sweepKeys } from '@/lib/idempotency/sweep';
import { log } from '@/lib/log';
import { sweepFiles } from '@/lib/storage/sweep';

const firstAfter = 10_000; // milliseconds
const hour = 3_600_000;

/** Sweeps files and keys ten seconds after the start and every hour from then on, in every process: row locks prevent conflicts. */
export function sweepHourly(): void {
  setTimeout(sweep, firstAfter).unref();
}

async function sweep(): Promise<void> {
  try {
    await sweepKeys();
    await sweepFiles();
  } catch (error) {
    log().error({ err: error }, 'the sweep failed and is tried again in an hour');
  }
  setTimeout(sweep, hour).unref();
}
