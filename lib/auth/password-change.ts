import { z } from 'zod';
import { enqueueAccountMail } from '@/lib/auth/account-mails';
import { type DeviceClaims, newDevice } from '@/lib/auth/known-device';
import { newPassword, requireImpersonal, shownPassword } from '@/lib/auth/password-rule';
import { hashPassword, verifyPassword } from '@/lib/auth/passwords';
import type { SessionClaims } from '@/lib/auth/session-cookie';
import { endSessionsOf, openSession } from '@/lib/auth/sessions';
import { countPasswordChangeTry } from '@/lib/auth/throttle';
import type { Actor } from '@/lib/authz/actor';
import { laneOf } from '@/lib/authz/lane';
import { asLogin } from '@/lib/authz/scope';
import { invalid } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';

export const changePasswordInput = z.strictObject({ currentPassword: shownPassword, newPassword });

/**
 * Changes a password after a check of the old one and ends all the person's sessions and known devices, so that a copied cookie
 * ends too; API tokens stay valid. Returns the claims of new cookies (null for a token). Has a counter of its own, which failed
 * sign-ins of strangers do not touch. Throws VALIDATION (wrongPassword, passwordPersonal), TOO_MANY_TRIES or UNAVAILABLE.
 */
export async function changePassword(
  input: z.output<typeof changePasswordInput>,
  actor: Actor,
): Promise<{ claims: SessionClaims; device: DeviceClaims } | null> {
  const { currentPassword, newPassword: password } = input;
  const { userId, userType } = actor;
  const attempt = await countPasswordChangeTry(userId);
  const credential = await asLogin((db) =>
    db.credential.findUnique({ where: { userId }, select: { passwordHash: true } }),
  );
  const old = credential?.passwordHash ?? null;
  if (!(await verifyPassword(old, currentPassword, laneOf(actor))) || old === null)
    throw invalid({ currentPassword: 'wrongPassword' });
  await attempt.forgive();
  requireImpersonal(password, actor, 'newPassword');
  const passwordHash = await hashPassword(password, laneOf(actor));
  const changedAt = new Date();
  return asLogin(async (db) => {
    // Replaces only the hash that was checked: a reset by link in the meantime stays in force.
    const { count } = await db.credential.updateMany({
      where: { userId, passwordHash: old },
      data: { passwordHash, changedAt, chosenByOwner: true },
    });
    if (count === 0) throw invalid({ currentPassword: 'wrongPassword' });
    await endSessionsOf(db, userId, null);
    await enqueueAccountMail(db, 'password_changed', userId);
    await recordEvent(db, actor, { name: 'user.password_changed', recordId: userId, facts: {} });
    if (actor.via.kind === 'token') return null;
    const { id: sid, expiresAt } = await openSession(db, { id: userId, userType }, actor.origin);
    return { claims: { sid, userType, expiresAt }, device: await newDevice(db, userId) };
  });
}
