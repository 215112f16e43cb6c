import { requireImpersonal } from '@/lib/auth/password-rule';
import { hashPassword } from '@/lib/auth/passwords';
import type { WriteDb } from '@/lib/db/handles';
import { invalid } from '@/lib/errors';
import type { CreateUserInput } from '@/lib/users/schemas';

/** A new person with the hash of their first password, where they have one. */
export type NewUser = Omit<CreateUserInput, 'password'> & { passwordHash?: string };

/**
 * Checks and hashes the first password of a new person, so that programs can onboard without mail. Runs before the
 * transaction: argon2 is slow, and a connection must not wait for it. An admin's password is set by link, known to nobody
 * else. Throws VALIDATION, or UNAVAILABLE when the hash queue is full.
 */
export async function withHashedPassword({ password, ...person }: CreateUserInput): Promise<NewUser> {
  if (password === undefined) return person;
  if (person.userType === 'admin') throw invalid({ password: 'adminByLink' });
  requireImpersonal(password, person, 'password');
  return { ...person, passwordHash: await hashPassword(password) };
}

/** Stores the first password of a person who is being created. The wall lets an admin insert one, never read or replace one. */
export async function setFirstPassword(db: WriteDb, userId: string, passwordHash: string): Promise<void> {
  // createMany, because create reads the row back, which only the sign-in may.
  await db.credential.createMany({ data: { userId, passwordHash } });
}
