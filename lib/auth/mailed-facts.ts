import { findPerson } from '@/lib/auth/identify';
import type { PersonFacts } from '@/lib/authz/identity';
import { asLogin } from '@/lib/authz/scope';
import { paths } from '@/lib/paths';

/** The tenant of a person as a mail shows it to people without a session; null for an operator. */
export type MailedTenant = {
  name: string;
  accent: string;
  slug: string;
  locale: string;
  timeZone: string;
  logo: string | null;
};

/**
 * The present facts of the person to whom a mail about their account goes; null for an unknown or deactivated person and for one of a
 * suspended tenant.
 */
export async function mailedPerson(userId: string): Promise<(PersonFacts & { tenant: MailedTenant | null }) | null> {
  const facts = await findPerson(userId);
  if (!facts?.isActive || facts.tenantActive === false) return null;
  const { slug, tenantName: name, accent, tenantLocale: locale, timeZone, logoFileId } = facts;
  const hasTenant = slug !== null && name !== null && accent !== null && locale !== null && timeZone !== null;
  const logo = slug && logoFileId && paths.files.signInLogo(slug, logoFileId);
  return { ...facts, tenant: hasTenant ? { name, accent, slug, locale, timeZone, logo: logo || null } : null };
}

/** A session of a person, for the mail about it; null for an unknown one. */
export function mailedSession(userId: string, id: string) {
  const select = { createdAt: true, ip: true, userAgent: true } as const;
  return asLogin((db) => db.session.findFirst({ where: { id, userId }, select }));
}

/** When a person's password was last changed; null without one. */
export async function passwordChangedAt(userId: string): Promise<Date | null> {
  const found = await asLogin((db) => db.credential.findUnique({ where: { userId }, select: { changedAt: true } }));
  return found?.changedAt ?? null;
}
