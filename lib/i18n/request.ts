import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { catalogues } from '@/lib/i18n/catalogues';
import { localeCookie, supported } from '@/lib/i18n/locales';
import { negotiateLocale } from '@/lib/i18n/negotiate';

/**
 * Runs before any guard, so it knows no person: it reads the hint that signing in and saving settings leave behind
 * (docs/decisions/0006-language-not-in-the-address.md). Instants are formatted by lib/format with the business's zone, never
 * by next-intl; UTC here only keeps server and browser from disagreeing.
 */
export default getRequestConfig(async ({ locale: asked }) => {
  const locale = supported(asked) ?? (await wished());
  return { locale, messages: catalogues[locale], timeZone: 'UTC' };
});

async function wished() {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  return negotiateLocale({ person: jar.get(localeCookie)?.value, acceptLanguage: head.get('accept-language') });
}
