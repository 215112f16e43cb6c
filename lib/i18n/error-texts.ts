import { createTranslator } from 'next-intl';
import type { AppError, FieldMessage } from '@/lib/errors';
import { catalogues } from '@/lib/i18n/catalogues';
import type { Locale } from '@/lib/i18n/locales';
import { exampleAmount } from '@/lib/money';

type Words = { title: string; detail: string; fields: Record<string, string[]> };

/** The texts of an error in `locale`. Field names stay as in the schema. Examples are written as the reader's input is read. */
export function wordsOf(error: AppError, locale: Locale, reader: 'form' | 'program' = 'program'): Words {
  const timeZone = error.reason?.timeZone ?? 'UTC';
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'errors', timeZone });
  const fields = Object.entries(error.fields).map(([field, messages]) => [
    field,
    messages.map(({ key, params }) => t(`field.${key}`, withExample(params, reader === 'form' ? locale : undefined))),
  ]);
  return {
    title: t(`title.${error.code}`),
    detail: error.reason ? t(`reason.${error.reason.key}`, error.reason.params) : t(`detail.${error.code}`),
    fields: Object.fromEntries(fields),
  };
}

/** Adds an example amount to the params of a message about a currency. */
function withExample(params: FieldMessage['params'], locale?: Locale): FieldMessage['params'] {
  const currency = params?.currency;
  return typeof currency === 'string' ? { ...params, example: exampleAmount(currency, locale) } : params;
}
