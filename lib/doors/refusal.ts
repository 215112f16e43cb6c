import type { NextRequest } from 'next/server';
import type { Actor } from '@/lib/authz/actor';
import { toAppError } from '@/lib/db/unexpected';
import { routeName } from '@/lib/doors/door-name';
import type { Context } from '@/lib/doors/facts';
import { tellRefusal } from '@/lib/doors/told-refusal';
import { problem } from '@/lib/http/problem';
import { requestIdOf } from '@/lib/http/request-id';

/** An error as the answer of a route: logged where no code expects it, and problem+json in the actor's language. */
export async function refusal(
  error: unknown,
  request: NextRequest,
  { params }: Context,
  actor: Actor | null = null,
): Promise<Response> {
  const requestId = requestIdOf(request.headers);
  const door = routeName(request.method, request.nextUrl.pathname, (await params) ?? {});
  const refused = toAppError(error, { requestId, door, actorId: actor?.userId ?? null });
  await tellRefusal(refused, actor);
  return problem(refused, request.headers, actor?.locale ?? null, requestId);
}
