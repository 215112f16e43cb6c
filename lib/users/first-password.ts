import { requireImpersonal } from '@/lib/auth/password-rule';
import { hashPassword } from '@/lib/auth/passwords';
import type { WriteDb } from '@/lib/db/handles';
import { invalid } from '@/lib/errors';

type NewPerson = { id: string; userType: string; name: string; email: string; password: string };

/**
 * Sets the password of a person who is being created, so that programs can onboard without mail. The wall lets an admin
 * insert one where there is none, and never read or replace one; administrators set theirs by link, known to nobody else.
 * The hash is made inside the transaction, whose only row nobody else can see yet. Throws VALIDATION or UNAVAILABLE.
 */
export async function setFirstPassword(db: WriteDb, { id, userType, password, ...person }: NewPerson): Promise<void> {
  if (userType === 'admin') throw invalid({ password: 'adminByLink' });
  requireImpersonal(password, person, 'password');
  const passwordHash = await hashPassword(password);
  // createMany, because create would read the row back, which only the sign-in may.
  await db.credential.createMany({ data: { userId: id, passwordHash } });
}
