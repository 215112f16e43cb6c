import { z } from 'zod';
import { newPassword, requireImpersonal, shownPassword } from '@/lib/auth/password-rule';
import { hashPassword, verifyPassword } from '@/lib/auth/passwords';
import type { SessionClaims } from '@/lib/auth/session-cookie';
import { endSessionsOf, openSession } from '@/lib/auth/sessions';
import { countPasswordTry } from '@/lib/auth/throttle';
import type { Actor } from '@/lib/authz/actor';
import { asLogin } from '@/lib/authz/scope';
import { invalid } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';

export const changePasswordInput = z.strictObject({ currentPassword: shownPassword, newPassword });

/**
 * Changes a password after a check of the old one and ends all the person's sessions, so that a copied cookie ends too; API
 * tokens stay valid. Returns the claims of a new session (null for a token). No transaction is open while hashing. Throws
 * VALIDATION (wrongPassword, passwordPersonal), TOO_MANY_TRIES or UNAVAILABLE.
 */
export async function changePassword(
  input: z.output<typeof changePasswordInput>,
  actor: Actor,
): Promise<SessionClaims | null> {
  const { currentPassword, newPassword: password } = input;
  const { userId, userType } = actor;
  const attempt = await countPasswordTry(actor.email, actor.origin);
  const credential = await asLogin((db) =>
    db.credential.findUnique({ where: { userId }, select: { passwordHash: true } }),
  );
  const old = credential?.passwordHash ?? null;
  if (!(await verifyPassword(old, currentPassword)) || old === null)
    throw invalid({ currentPassword: 'wrongPassword' });
  await attempt.forgive();
  requireImpersonal(password, actor, 'newPassword');
  const passwordHash = await hashPassword(password);
  const changedAt = new Date();
  return asLogin(async (db) => {
    // Replaces only the hash that was checked: a reset by link in the meantime stays in force.
    const { count } = await db.credential.updateMany({
      where: { userId, passwordHash: old },
      data: { passwordHash, changedAt },
    });
    if (count === 0) throw invalid({ currentPassword: 'wrongPassword' });
    await endSessionsOf(db, userId, null);
    await recordEvent(db, actor, { name: 'user.password_changed', recordId: userId, facts: {} });
    if (actor.via.kind === 'token') return null;
    const { id: sid, expiresAt } = await openSession(db, { id: userId, userType }, actor.origin);
    return { sid, userType, expiresAt };
  });
}
