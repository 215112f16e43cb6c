import { createTranslator } from 'next-intl';
import { catalogues } from '@/lib/i18n/catalogues';
import { fallbackLocale, supported } from '@/lib/i18n/locales';
import { formatInstant } from '@/lib/intl';
import type { UserType } from '@/lib/user-type';

type Message = {
  purpose: 'invitation' | 'password_reset';
  person: { name: string; email: string; userType: UserType; locale: string | null };
  link: { url: string; expiresAt: Date };
  business: { name: string; locale: string; timeZone: string };
  sender: string;
  /** The name of the project that the person is invited to, where there is one. */
  project?: string | undefined;
};

/** The message with which the business sends a person their link, in that person's language: whose it is, and until when. */
export function linkMessage({ purpose, person, link, business, sender, project }: Message): string {
  const locale = supported(person.locale) ?? supported(business.locale) ?? fallbackLocale;
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'mail.link' });
  const { name, email, userType: type } = person;
  const until = formatInstant(link.expiresAt, { locale, timeZone: business.timeZone });
  const about = project
    ? t('toProject', { business: business.name, project })
    : t('invitation', { type, business: business.name });
  const opening = purpose === 'invitation' ? `${about}\n\n${t('choose')}` : t('reset', { business: business.name });
  return [
    t('hello', { name }),
    `${opening}\n${link.url}`,
    t('whose', { name, email, until }),
    t('from', { sender, business: business.name }),
  ].join('\n\n');
}
