/** Runs once when the server process starts, before the first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  await import('@/lib/http/peer-address');
  await import('@/lib/http/content-length');
  await import('@/lib/http/queued-answers');
  const { sweepHourly } = await import('@/lib/storage/sweep-hourly');
  sweepHourly();
}
