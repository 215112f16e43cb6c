import { createTranslator } from 'next-intl';
import { catalogues } from '@/lib/i18n/catalogues';
import { fallbackLocale, type Locale, settled } from '@/lib/i18n/locales';

/** The person whom a mail is for, with the business that sends it: the portal itself for an operator. */
export type Recipient = {
  userId: string;
  name: string;
  email: string;
  userType: 'client' | 'staff' | 'admin' | 'super_admin';
  locale: Locale;
  timeZone: string;
  business: { name: string; accent: string; logo: string | null; slug: string | null };
};

type Facts = {
  userId: string;
  name: string;
  email: string;
  userType: Recipient['userType'];
  locale: string | null;
  tenant: { name: string; accent: string; slug: string; locale: string; timeZone: string; logo: string | null } | null;
};

/** The portal's own name, for mails to operators. */
const portal = { name: 'Oriel', accent: '', slug: null, logo: null };

export function recipientOf({ tenant, locale, ...person }: Facts): Recipient {
  return {
    ...person,
    locale: settled(locale, tenant?.locale) ?? fallbackLocale,
    timeZone: tenant?.timeZone ?? 'UTC',
    business: tenant ? { name: tenant.name, accent: tenant.accent, slug: tenant.slug, logo: tenant.logo } : portal,
  };
}

/** The texts of mails in a language. */
export function mailTexts(locale: Locale) {
  return createTranslator({ locale, messages: catalogues[locale], namespace: 'mail' });
}

export type MailTexts = ReturnType<typeof mailTexts>;
