import { createTranslator } from 'next-intl';
import type { AdminActor } from '@/lib/authz/actor';
import type { WriteDb } from '@/lib/db/handles';
import { conflict, invalid, orNotFound } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';
import { catalogues } from '@/lib/i18n/catalogues';
import { fallbackLocale, settled } from '@/lib/i18n/locales';
import type { UserType } from '@/lib/user-type';
import { requireOtherAdmin } from '@/lib/users/checks';
import { getErasure } from '@/lib/users/erasure/queries';
import type { EraseUserInput, Erasure } from '@/lib/users/erasure/schemas';

/**
 * Erases a person of the tenant for good and returns the protocol: sessions end at once, their account becomes a stand-in, and what law
 * or accountability ask for stays (erase_person() in the wall). Throws NOT_FOUND, VALIDATION on another address, CONFLICT for an erased
 * person, the actor's own account and the last admin.
 */
export async function eraseUser(db: WriteDb, { id, email }: EraseUserInput, actor: AdminActor): Promise<Erasure> {
  await lockForErasure(db, id);
  const select = { email: true, userType: true, isActive: true, erasedAt: true } as const;
  const before = orNotFound(await db.user.findUnique({ where: { id }, select }));
  if (before.erasedAt) throw conflict('userErased');
  if (id === actor.userId) throw conflict('ownErasure');
  await requireOtherAdmin(db, { id, before, after: { ...before, isActive: false } }, actor);
  if (email.toLowerCase() !== before.email) throw invalid({ email: 'notTheirAddress' });
  await db.$queryRaw`select erase_person(${id}::uuid, ${standIn(before.userType, actor.tenant.locale)})`;
  await recordEvent(db, actor, { name: 'user.erased', recordId: id, facts: {} });
  return getErasure(db, { id });
}

/** Locks the person and the admins in the order of erase_person(): of two erasures at once the second reads what the first has done. */
function lockForErasure(db: WriteDb, id: string): Promise<unknown> {
  return db.$queryRaw`
    select id from users where id = ${id}::uuid or user_type = 'admin' and is_active order by id for update`;
}

/** The name that takes the place of an erased one, in the language of the business: it stands in rows, like the name before. */
function standIn(userType: UserType, tenantLocale: string): string {
  const locale = settled(null, tenantLocale) ?? fallbackLocale;
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'erasure.standIn' });
  return t(userType === 'client' ? 'client' : 'team');
}
