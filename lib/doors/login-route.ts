import type { NextRequest } from 'next/server';
import type { z } from 'zod';
import { bearerToken } from '@/lib/auth/bearer';
import { originOf } from '@/lib/authz/origin';
import type { Origin } from '@/lib/authz/who';
import { renameKeys, snakeCase } from '@/lib/doors/keys';
import { requestInput } from '@/lib/doors/request-input';
import { type Context, type RouteHandler, refusal } from '@/lib/doors/route';
import { parseInput } from '@/lib/doors/validation';

type LoginRouteDoor<I extends z.ZodObject, O extends z.ZodType> = {
  summary: string;
  input: I;
  output: O;
  status: 201 | 204;
  /** `token` is the bearer token as it was shown, live or not. */
  run: (input: z.output<I>, caller: { origin: Origin; token: string | null }) => Promise<z.input<O>>;
};

/**
 * The door for programs that nobody knows yet. It has no guard and never looks at a cookie, so no browser can be made to
 * use it in somebody's name; what it runs proves its caller itself (a password, a token) and opens its own transactions.
 */
export function defineLoginRoute<I extends z.ZodObject, O extends z.ZodType>(door: LoginRouteDoor<I, O>): RouteHandler {
  const { summary, input, output, status, run } = door;
  const handle = async (request: NextRequest, context: Context): Promise<Response> => {
    try {
      const said = parseInput(input, await requestInput(request, {}, false));
      const token = bearerToken(request.headers.get('authorization') ?? '');
      const answer = await run(said, { origin: originOf(request.headers), token });
      if (status === 204) return new Response(null, { status, headers });
      return Response.json(renameKeys(output.parse(answer), snakeCase), { status, headers });
    } catch (error) {
      return refusal(error, request, context);
    }
  };
  return Object.assign(handle, { door: { summary, input, output, status, reads: false } });
}

const headers = { 'Cache-Control': 'private, no-store' };
