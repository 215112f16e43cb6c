import { derivedToken } from '@/lib/auth/derived-token';
import { addressOfLink, type LinkPurpose, lifeOf, type ShownLink } from '@/lib/auth/links';
import { hashSecret } from '@/lib/auth/secret-hash';
import { asLogin } from '@/lib/authz/scope';

/** A link in a mail. Its purpose follows from the person: whoever has no password yet is invited. */
export type MailedLink = ShownLink & { purpose: Exclude<LinkPurpose, 'setup'> };

/**
 * The link of a mail, for its person alone: made when the mail is first sent, and the same when it is sent again. Other links of the
 * person stay valid until one of them is used. Null for a deactivated person, for an invitation of somebody who has a
 * password, and once the link was used or has expired.
 */
export function mailedLink(
  mailId: string,
  userId: string,
  about: 'invitation' | 'password_reset',
): Promise<MailedLink | null> {
  return asLogin(async (db) => {
    const select = { isActive: true, credential: { select: { userId: true } } } as const;
    const person = await db.user.findUnique({ where: { id: userId }, select });
    if (!person?.isActive || (about === 'invitation' && person.credential)) return null;
    const purpose = person.credential ? 'password_reset' : 'invitation';
    const token = derivedToken('link', mailId, purpose).toString('base64url');
    const tokenHash = hashSecret(token);
    const url = addressOfLink(purpose, token);
    const known = await db.userLink.findUnique({ where: { tokenHash }, select: { expiresAt: true, usedAt: true } });
    if (known)
      return known.usedAt || known.expiresAt <= new Date() ? null : { purpose, url, expiresAt: known.expiresAt };
    const expiresAt = new Date(Date.now() + lifeOf(purpose));
    await db.userLink.createMany({ data: { userId, purpose, createdById: null, tokenHash, expiresAt } });
    return { purpose, url, expiresAt };
  });
}
