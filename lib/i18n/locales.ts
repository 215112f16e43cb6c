/** The languages, each with a folder and an index in messages/. Another one needs these, a line here and in catalogues.ts. */
export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

/** The languages with their written forms of dates and numbers. `en` leaves its form to the browser (docs/decisions/0035). */
export const locales = ['en', 'en-GB', 'en-US', 'de'] as const;
export type Locale = (typeof locales)[number];
export const fallbackLocale: Locale = 'en';

/** The cookie with the language. Unsigned, because it affects texts only. */
export const localeCookie = 'oriel-locale';

const rightToLeft = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** The language's own name (`Deutsch`, `English (UK)`), for select fields. */
export function localeName(locale: Locale): string {
  const style = { type: 'language', style: 'short', languageDisplay: 'standard' } as const;
  return new Intl.DisplayNames([locale], style).of(locale) ?? locale;
}

/** The options of a select field. English without a form is offered only where it is what is stored. */
export function localeOptions(stored: string | null): { value: Locale; label: string }[] {
  return locales
    .filter((locale) => locale !== 'en' || stored === 'en')
    .map((locale) => ({ value: locale, label: localeName(locale) }));
}

function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/** The language of a locale, which has the texts. */
export function languageOf(locale: Locale): Language {
  return locale === 'de' ? 'de' : 'en';
}

/** Writing direction for `<html dir>`. Ignores the region: `ar-EG` counts as Arabic. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return rightToLeft.has(primary(locale)) ? 'rtl' : 'ltr';
}

/** The supported locale of a BCP 47 tag (`de-AT` → `de`, `en-AU` → `en-GB`), or null. */
export function supported(tag: string | null | undefined): Locale | null {
  if (isLocale(tag)) return tag;
  const language = primary(tag ?? '');
  if (language === 'en') return englishOf(tag ?? '');
  return isLocale(language) ? language : null;
}

/** The form of English that a region writes: with the month first as in the United States, or the day as in the United Kingdom. */
function englishOf(tag: string): Locale {
  try {
    const { region, baseName } = new Intl.Locale(tag.trim().replaceAll('_', '-'));
    if (!region) return 'en';
    const parts = new Intl.DateTimeFormat(baseName, { month: 'short', day: 'numeric' }).formatToParts();
    return parts[0]?.type === 'month' ? 'en-US' : 'en-GB';
  } catch {
    return 'en'; // a malformed tag, as in a forged cookie
  }
}

/** The setting of a person, or else of the tenant. A person's English without a form takes that of the tenant. */
export function settled(person: string | null | undefined, tenant: string | null | undefined): Locale | null {
  const [own, common] = [supported(person), supported(tenant)];
  return own === null || (own === 'en' && common !== null && languageOf(common) === 'en') ? common : own;
}

function primary(tag: string): string {
  return tag.trim().toLowerCase().split(/[-_]/)[0] ?? '';
}
