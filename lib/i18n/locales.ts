/** The supported languages. Another one needs a folder and an index in messages/, and a line here and in catalogues.ts. */
export const locales = ['en', 'de'] as const;
export type Locale = (typeof locales)[number];
export const fallbackLocale: Locale = 'en';

/** The cookie with the language. Unsigned, because it affects texts only. */
export const localeCookie = 'oriel-locale';

const rightToLeft = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** The language's own name (`Deutsch`), for select fields. */
export function localeName(locale: Locale): string {
  return new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;
}

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/** Writing direction for `<html dir>`. Ignores the region: `ar-EG` counts as Arabic. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return rightToLeft.has(primary(locale)) ? 'rtl' : 'ltr';
}

/** The supported language of a BCP 47 tag (`de-AT` → `de`), or null. */
export function supported(tag: string | null | undefined): Locale | null {
  const language = primary(tag ?? '');
  return isLocale(language) ? language : null;
}

function primary(tag: string): string {
  return tag.trim().toLowerCase().split(/[-_]/)[0] ?? '';
}
