/** Runs once when the server process starts, before the first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  await import('@/lib/authz/peer-address');
  await import('@/lib/doors/content-length');
  await import('@/lib/doors/queued-answers');
  const { sweepHourly } = await import('@/lib/storage/sweep-hourly');
  sweepHourly();
}
