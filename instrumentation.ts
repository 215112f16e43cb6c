/** Runs once when the server process starts, before the first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME === 'nodejs') await import('@/lib/authz/peer-address');
}
