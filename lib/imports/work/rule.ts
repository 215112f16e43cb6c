import { createTranslator } from 'next-intl';
import type { AdminActor } from '@/lib/authz/actor';
import { today } from '@/lib/dates';
import { catalogues } from '@/lib/i18n/catalogues';
import { fallbackLocale, supported } from '@/lib/i18n/locales';

/** The words that an import writes into records, in the business's language, with the business's date. */
export function wordsOf({ tenant }: Pick<AdminActor, 'tenant'>) {
  const locale = supported(tenant.locale) ?? fallbackLocale;
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'imports.entry' });
  return Object.assign((key: 'takenBack' | 'opening') => t(key), { today: today(tenant.timeZone) });
}
