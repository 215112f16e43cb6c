import type { NextRequest } from 'next/server';
import type { z } from 'zod';
import { bearerToken } from '@/lib/auth/bearer';
import type { Origin } from '@/lib/authz/actor';
import { envelopeOf } from '@/lib/doors/envelope';
import type { Context, RouteHandler } from '@/lib/doors/facts';
import { refusal } from '@/lib/doors/refusal';
import { parseInput } from '@/lib/forms/validation';
import { renameKeys, snakeCase } from '@/lib/http/keys';
import { originOf } from '@/lib/http/origin';
import { requestInput } from '@/lib/http/request-input';

type LoginRouteDoor<I extends z.ZodObject, O extends z.ZodType> = {
  summary: string;
  input: I;
  output: O;
  status: 201 | 204;
  /** `token` is the bearer token of the request, live or not. */
  run: (input: z.output<I>, caller: { origin: Origin; token: string | null }) => Promise<z.input<O>>;
};

/**
 * The door for programs without an identity. It has no guard and reads no cookie, so another site cannot make a browser use
 * it in a person's name; `run` proves the caller (by a password or a token) and opens its own transactions.
 */
export function defineLoginRoute<I extends z.ZodObject, O extends z.ZodType>(door: LoginRouteDoor<I, O>): RouteHandler {
  const { summary, input, output, status, run } = door;
  const handle = async (request: NextRequest, context: Context): Promise<Response> => {
    try {
      const values = parseInput(input, await requestInput(request, {}, false));
      const token = bearerToken(request.headers.get('authorization') ?? '');
      const answer = await run(values, { origin: originOf(request.headers), token });
      if (status === 204) return new Response(null, { status, headers });
      return Response.json(renameKeys(output.parse(answer), snakeCase), { status, headers });
    } catch (error) {
      return refusal(error, request, context);
    }
  };
  const envelope = envelopeOf(output, status);
  return Object.assign(handle, {
    door: { kind: 'login' as const, summary, guard: null, input, output, envelope, status },
  });
}

const headers = { 'Cache-Control': 'private, no-store' };
