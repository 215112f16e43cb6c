import { match } from '@formatjs/intl-localematcher';
import Negotiator from 'negotiator';
import { fallbackLocale, type Locale, locales, supported } from '@/lib/i18n/locales';

type Wishes = {
  /** The user's setting. */
  person?: string | null | undefined;
  /** The default of the user's tenant. */
  tenant?: string | null | undefined;
  /** The raw Accept-Language header. */
  acceptLanguage?: string | null | undefined;
};

/** The first supported of: the user's setting, the tenant's default, the browser's languages, English. */
export function negotiateLocale({ person, tenant, acceptLanguage }: Wishes): Locale {
  return supported(person) ?? supported(tenant) ?? browserWish(acceptLanguage);
}

/** Matches non-numeric weights, which are removed: the parser would read them as 0 and exclude the language. */
const brokenWeight = /;\s*q\s*=(?!\s*[\d.])[^,;]*/gi;

/** The first supported language of an Accept-Language header, by weight and then by order; else English. */
function browserWish(header: string | null | undefined): Locale {
  const weighed = (header ?? '').slice(0, 500).replace(brokenWeight, '');
  const languages = new Negotiator({ headers: { 'accept-language': weighed } }).languages();
  const wishes = languages.map((tag) => tag.replaceAll('_', '-')).filter(isLanguageTag);
  return supported(match(wishes, locales, fallbackLocale, { algorithm: 'lookup' })) ?? fallbackLocale;
}

/** Filters values on which the matcher throws: `*`, `x`, `de-1`. */
function isLanguageTag(tag: string): boolean {
  try {
    return new Intl.Locale(tag).language !== '';
  } catch {
    return false;
  }
}
