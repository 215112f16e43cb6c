import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { refuseUnreadable } from '@/lib/auth/next-auth-input';
import { authOptions } from '@/lib/auth/options';
import { toAppError } from '@/lib/db/unexpected';
import { type AppError, type ErrorCode, notFound } from '@/lib/errors';
import { originOf } from '@/lib/http/origin';
import { problem } from '@/lib/http/problem';
import { requestIdOf } from '@/lib/http/request-id';

type Context = { params: Promise<{ nextauth: string[] }> };

/** The allowed next-auth endpoints. Excluded: `_log`, which lets any caller write to the log, and flows without a provider. */
const open = /^(csrf|providers|session|signin|signout|error|signin\/credentials|callback\/credentials)$/;

const problems: ReadonlySet<ErrorCode> = new Set(['TOO_MANY_TRIES', 'UNAVAILABLE', 'CONFLICT']);

/**
 * next-auth's own endpoints, for programs; the sign-in page has its own action. Errors that next-auth cannot express (429 with
 * the time to wait, 503, 409 with the businesses to choose from) are answered with problem+json, as by every other route.
 */
async function handle(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  const path = nextauth.join('/');
  const isOpen = open.test(path) && (request.method === 'POST' || !path.startsWith('callback/'));
  if (!isOpen) return problem(notFound(), request.headers, null);
  const refusals: AppError[] = [];
  const door = `${request.method} /api/auth/${nextauth.join('/')}`;
  const calling = { requestId: requestIdOf(request.headers), door, actorId: null };
  try {
    await refuseUnreadable(request);
  } catch (error) {
    return problem(toAppError(error, calling), request.headers, null);
  }
  const options = authOptions(originOf(request.headers), calling, (refusal) => refusals.push(refusal));
  const response: Response = await NextAuth(request, context, options);
  const [refusal] = refusals;
  return refusal && problems.has(refusal.code) ? problem(refusal, request.headers, null) : response;
}

export { handle as GET, handle as POST };
