import type { Instrumentation } from 'next';

/** Runs once when the server process starts, before the first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  await import('@/lib/http/readable-requests');
  await import('@/lib/http/compressed-scripts');
  await import('@/lib/http/peer-address');
  await import('@/lib/http/name-requests');
  await import('@/lib/http/content-length');
  await import('@/lib/http/queued-answers');
  await import('@/lib/http/slow-bodies');
  await import('@/lib/http/unknown-action');
  await import('@/lib/live/shutdown');
  const { sweepHourly } = await import('@/lib/storage/sweep-hourly');
  sweepHourly();
}

/** Runs when a page, or a route without a door, throws. */
export const onRequestError: Instrumentation.onRequestError = async (...failure) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { logPageError } = await import('@/lib/doors/page-error');
  await logPageError(...failure);
};
