import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { derivedToken } from '@/lib/auth/derived-token';
import type { Origin } from '@/lib/authz/actor';
import { asLogin } from '@/lib/authz/scope';
import { recordAnonymousEvent } from '@/lib/events/record';
import { recordId } from '@/lib/fields';

export const stopMailsInput = z.strictObject({ token: z.string().max(200) });

const label = 'unsubscribe';

/** The secret in a mail by which its person, or their mail program, ends such mails without a sign-in. */
export function stopToken(userId: string): string {
  return `${userId}.${derivedToken(label, userId).toString('base64url')}`;
}

/** The person of a token of stopToken; null for any other text. */
function personOf(token: string): string | null {
  const [id = '', mac = ''] = token.split('.');
  if (!recordId().safeParse(id).success) return null;
  const [given, right] = [Buffer.from(mac, 'base64url'), derivedToken(label, id)];
  return given.length === right.length && timingSafeEqual(given, right) ? id : null;
}

/** The e-mail address of a token's person and the slug of their business, for the page of the link; null for an unknown token. */
export async function findStop(
  token: string,
): Promise<{ email: string; business: string | null; stopped: boolean } | null> {
  const id = personOf(token);
  if (id === null) return null;
  const select = { email: true, tenant: { select: { slug: true } } } as const;
  return asLogin(async (db) => {
    const person = await db.user.findUnique({ where: { id }, select });
    const preference = await db.mailPreference.findUnique({ where: { userId: id }, select: { stoppedAt: true } });
    if (!person) return null;
    return { email: person.email, business: person.tenant?.slug ?? null, stopped: preference?.stoppedAt != null };
  });
}

/** Ends the mails with news for the person of a token, until they want them again in their settings. Returns whether there is one. */
export async function stopMails(token: string, origin: Origin): Promise<boolean> {
  const id = personOf(token);
  if (id === null) return false;
  return asLogin(async (db) => {
    const select = { id: true, name: true, tenantId: true } as const;
    const account = await db.user.findUnique({ where: { id }, select });
    if (!account?.tenantId) return false;
    const { tenantId } = account;
    const stopped = { stoppedAt: new Date() };
    const again = await db.mailPreference.updateMany({ where: { userId: id, stoppedAt: null }, data: stopped });
    if (again.count === 0) {
      const data = [{ userId: id, tenantId, ...stopped }];
      const { count } = await db.mailPreference.createMany({ data, skipDuplicates: true });
      if (count === 0) return true;
    }
    await recordAnonymousEvent(
      db,
      { origin, tenantId, account },
      { name: 'user.mails_stopped', recordId: id, facts: {} },
    );
    return true;
  });
}
