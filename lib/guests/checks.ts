import { hashPassword } from '@/lib/auth/passwords';
import type { ClientActor } from '@/lib/authz/actor';
import { laneOf } from '@/lib/authz/lane';
import type { CreateGuestPassInput } from '@/lib/guests/schemas';

/**
 * Puts the hash of the password in its place. Runs before the transaction, because argon2 is slow and must not hold a connection.
 * Throws UNAVAILABLE when the tenant's lane of the hash queue is full.
 */
export async function withHashedPassword(
  input: CreateGuestPassInput,
  actor: ClientActor,
): Promise<CreateGuestPassInput> {
  if (!input.password) return { ...input, password: null };
  return { ...input, password: await hashPassword(input.password, laneOf(actor)) };
}
