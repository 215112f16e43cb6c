import { match } from '@formatjs/intl-localematcher';
import Negotiator from 'negotiator';
import { fallbackLocale, type Locale, languages, settled, supported } from '@/lib/i18n/locales';

type Wishes = {
  /** The user's setting. */
  person?: string | null | undefined;
  /** The default of the user's tenant. */
  tenant?: string | null | undefined;
  /** The raw Accept-Language header. */
  acceptLanguage?: string | null | undefined;
};

/**
 * The first supported of: the user's setting, the tenant's default, the browser's languages, English. English without a form
 * takes the form of the first English that the browser names with its region.
 */
export function negotiateLocale({ person, tenant, acceptLanguage }: Wishes): Locale {
  const setting = settled(person, tenant);
  if (setting !== null && setting !== 'en') return setting;
  const wishes = browserWishes(acceptLanguage);
  const chosen = setting ?? browserWish(wishes);
  if (chosen !== 'en') return chosen;
  return wishes.map(supported).find((locale) => locale === 'en-GB' || locale === 'en-US') ?? chosen;
}

/** Matches non-numeric weights, which are removed: the parser would read them as 0 and exclude the language. */
const brokenWeight = /;\s*q\s*=(?!\s*[\d.])[^,;]*/gi;

/** The language tags of an Accept-Language header, by weight and then by order. */
function browserWishes(header: string | null | undefined): string[] {
  const weighed = (header ?? '').slice(0, 500).replace(brokenWeight, '');
  const tags = new Negotiator({ headers: { 'accept-language': weighed } }).languages();
  return tags.map((tag) => tag.replaceAll('_', '-')).filter(isLanguageTag);
}

/** The first supported language of these; else English. */
function browserWish(wishes: string[]): Locale {
  return supported(match(wishes, languages, fallbackLocale, { algorithm: 'lookup' })) ?? fallbackLocale;
}

/** Filters values on which the matcher throws: `*`, `x`, `de-1`. */
function isLanguageTag(tag: string): boolean {
  try {
    return new Intl.Locale(tag).language !== '';
  } catch {
    return false;
  }
}
