import { isReady } from '@/lib/auth/readiness';

/** 200 once the portal can serve, 503 otherwise: for load balancers and monitors, which have no identity to show. */
export async function GET(): Promise<Response> {
  const ready = await isReady();
  return Response.json(
    { status: ready ? 'ok' : 'unavailable' },
    { status: ready ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  );
}
