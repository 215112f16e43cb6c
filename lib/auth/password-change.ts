import { z } from 'zod';
import { recordAudit } from '@/lib/audit/commands';
import { newPassword, requireImpersonal, shownPassword } from '@/lib/auth/password-rule';
import { hashPassword, verifyPassword } from '@/lib/auth/passwords';
import type { SessionClaims } from '@/lib/auth/session-cookie';
import { endSessionsOf, openSession } from '@/lib/auth/sessions';
import { countPasswordTry } from '@/lib/auth/throttle';
import type { Actor } from '@/lib/authz/actor';
import { asLogin } from '@/lib/authz/scope';
import { invalid } from '@/lib/errors';

export const changePasswordInput = z.strictObject({ currentPassword: shownPassword, newPassword });

/**
 * Changes a password for somebody who knows the old one, and ends all their sessions, so that a copied cookie ends too; the
 * answer is the badge of a new one in place of the one that asked (null for a token). API tokens stay: they were made on
 * purpose for programs, are listed beside this form, and a reset by link ends them. Hashing takes long, so this holds no
 * transaction while it does. Throws VALIDATION (wrongPassword, passwordPersonal), TOO_MANY_TRIES or UNAVAILABLE.
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
    // Only from the password that was proven: a reset by link that came between is not undone.
    const { count } = await db.credential.updateMany({
      where: { userId, passwordHash: old },
      data: { passwordHash, changedAt },
    });
    if (count === 0) throw invalid({ currentPassword: 'wrongPassword' });
    await endSessionsOf(db, userId, null);
    await recordAudit(db, actor, { action: 'password.change', recordType: 'user', recordId: userId });
    if (actor.sessionId === null) return null;
    const { id: sid, expiresAt } = await openSession(db, { id: userId, userType }, actor.origin);
    return { sid, userType, expiresAt };
  });
}
