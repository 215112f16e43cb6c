import { z } from 'zod';
import { surrenderToken, tradeToken, tradeTokenInput } from '@/lib/auth/tokens';
import { recordOf } from '@/lib/doors/envelope';
import { defineLoginRoute } from '@/lib/doors/login-route';

const issued = z.object({
  token: z.string(),
  tokenType: z.literal('Bearer'),
  id: z.uuid(),
  name: z.string(),
  expiresAt: z.iso.datetime(),
});

export const POST = defineLoginRoute({
  summary: 'Trades an e-mail address and a password for a bearer token, which is shown this once.',
  input: tradeTokenInput,
  output: recordOf(issued),
  status: 201,
  run: async (input, { origin }) => {
    const { expiresAt, ...token } = await tradeToken(input, origin);
    return { data: { ...token, tokenType: 'Bearer' as const, expiresAt: expiresAt.toISOString() } };
  },
});

export const DELETE = defineLoginRoute({
  summary: 'Revokes the bearer token that the request shows.',
  input: z.strictObject({}),
  output: z.void(),
  status: 204,
  run: (_input, { token, origin }) => surrenderToken(token, origin),
});
