import { match } from '@formatjs/intl-localematcher';
import Negotiator from 'negotiator';
import { fallbackLocale, type Locale, locales, supported } from '@/lib/i18n/locales';

type Wishes = {
  /** The person's own setting. */
  person?: string | null | undefined;
  /** The default of the business they belong to. */
  tenant?: string | null | undefined;
  /** The browser's header, as it came. */
  acceptLanguage?: string | null | undefined;
};

/** The language to speak: the person's setting, else the business's default, else the browser's wish, else English. */
export function negotiateLocale({ person, tenant, acceptLanguage }: Wishes): Locale {
  return supported(person) ?? supported(tenant) ?? browserWish(acceptLanguage);
}

/** A weight that is no number counts as none: the parser would take it for a refusal. */
const brokenWeight = /;\s*q\s*=(?!\s*[\d.])[^,;]*/gi;

/** The first language of an Accept-Language header, by weight and then by order, that we ship; else English. */
function browserWish(header: string | null | undefined): Locale {
  const weighed = (header ?? '').slice(0, 500).replace(brokenWeight, '');
  const languages = new Negotiator({ headers: { 'accept-language': weighed } }).languages();
  const wishes = languages.map((tag) => tag.replaceAll('_', '-')).filter(isLanguageTag);
  return supported(match(wishes, locales, fallbackLocale, { algorithm: 'lookup' })) ?? fallbackLocale;
}

/** What is no tag makes the matcher throw: `*`, `x`, `de-1`. */
function isLanguageTag(tag: string): boolean {
  try {
    return new Intl.Locale(tag).language !== '';
  } catch {
    return false;
  }
}
