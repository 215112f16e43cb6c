/** The languages that ship complete. A further language needs a folder and an index in messages/, and a line here and in catalogues.ts. */
export const locales = ['en', 'de'] as const;
export type Locale = (typeof locales)[number];
export const fallbackLocale: Locale = 'en';

/** Remembers a language between requests: a hint that chooses words only, so it needs no signature. */
export const localeCookie = 'oriel-locale';

const rightToLeft = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** The language as it is called by those who speak it, for a list of choices. */
export function localeName(locale: Locale): string {
  return new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;
}

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/** Writing direction for `<html dir>`; looks at the language alone, so that `ar-EG` counts as Arabic. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return rightToLeft.has(primary(locale)) ? 'rtl' : 'ltr';
}

/** The language we ship for a BCP 47 tag (`de-AT` → `de`), or null when we have none. */
export function supported(tag: string | null | undefined): Locale | null {
  const language = primary(tag ?? '');
  return isLocale(language) ? language : null;
}

function primary(tag: string): string {
  return tag.trim().toLowerCase().split(/[-_]/)[0] ?? '';
}
