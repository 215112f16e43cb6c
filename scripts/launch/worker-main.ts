import { once } from 'node:events';

/** Does the work of a worker until a signal, and finishes the jobs in hand. The settings of the portal are in process.env. */
export async function workUntilAsked(): Promise<number> {
  const asked = Promise.race((['SIGINT', 'SIGTERM', 'SIGHUP'] as const).map((signal) => once(process, signal)));
  // These modules read the settings at import, so they are imported after process.env is complete.
  const { startWork } = await import('@/lib/worker/work');
  const { prisma } = await import('@/lib/db/client');
  const work = startWork();
  try {
    await asked;
    await work.stop();
    return 0;
  } finally {
    await prisma.$disconnect();
  }
}
