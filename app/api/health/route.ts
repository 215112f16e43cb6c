import { isReady } from '@/lib/auth/readiness';

/** Answers 200 when the portal can serve, 503 otherwise. Public, because load balancers and monitors have no identity. */
export async function GET(): Promise<Response> {
  const ready = await isReady();
  return Response.json(
    { status: ready ? 'ok' : 'unavailable' },
    { status: ready ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  );
}
