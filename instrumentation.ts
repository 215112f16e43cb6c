import type { Instrumentation } from 'next';

/** Runs once when the server process starts, before the first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  await import('@/lib/authz/peer-address');
  await import('@/lib/doors/name-requests');
  await import('@/lib/doors/content-length');
  await import('@/lib/doors/queued-answers');
  const { sweepHourly } = await import('@/lib/storage/sweep-hourly');
  sweepHourly();
}

/** Runs when a page, or a route that no door made, has thrown. */
export const onRequestError: Instrumentation.onRequestError = async (...about) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { logPageError } = await import('@/lib/doors/page-error');
  await logPageError(...about);
};
