import { createTranslator } from 'next-intl';
import type { AppError } from '@/lib/errors';
import { catalogues } from '@/lib/i18n/catalogues';
import type { Locale } from '@/lib/i18n/locales';

type Words = { title: string; detail: string; fields: Record<string, string[]> };

/** The texts of an error in `locale`. Field names stay as in the schema. */
export function wordsOf(error: AppError, locale: Locale): Words {
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'errors' });
  const fields = Object.entries(error.fields).map(([field, messages]) => [
    field,
    messages.map((message) => t(`field.${message.key}`, message.params)),
  ]);
  return {
    title: t(`title.${error.code}`),
    detail: error.reason ? t(`reason.${error.reason.key}`, error.reason.params) : t(`detail.${error.code}`),
    fields: Object.fromEntries(fields),
  };
}
