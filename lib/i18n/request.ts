import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { catalogues } from '@/lib/i18n/catalogues';
import { localeCookie, supported } from '@/lib/i18n/locales';
import { negotiateLocale } from '@/lib/i18n/negotiate';

/**
 * Runs before any guard, without an identity: reads the language cookie that sign-in and the settings set
 * (docs/decisions/0006-language-not-in-the-address.md). lib/format, not next-intl, formats instants, in the tenant's time zone;
 * UTC here only keeps server and browser consistent.
 */
export default getRequestConfig(async ({ locale: asked }) => {
  const locale = supported(asked) ?? (await wished());
  return { locale, messages: catalogues[locale], timeZone: 'UTC' };
});

async function wished() {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  return negotiateLocale({ person: jar.get(localeCookie)?.value, acceptLanguage: head.get('accept-language') });
}
