import { createTranslator } from 'next-intl';
import type { AppError, FieldMessage } from '@/lib/errors';
import { catalogues } from '@/lib/i18n/catalogues';
import type { Locale } from '@/lib/i18n/locales';
import { formatDecimal } from '@/lib/intl';
import { exampleAmount } from '@/lib/money';

type Words = { title: string; detail: string; fields: Record<string, string[]> };

/** The texts of an error in `locale`. Field names stay as in the schema. Examples are written as the reader's input is read. */
export function wordsOf(error: AppError, locale: Locale, reader: 'form' | 'program' = 'program'): Words {
  const timeZone = error.reason?.timeZone ?? 'UTC';
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'errors', timeZone });
  const fields = Object.entries(error.fields).map(([field, messages]) => [
    field,
    messages.map(({ key, params }) => t(`field.${key}`, withAmounts(params, reader === 'form' ? locale : undefined))),
  ]);
  return {
    title: t(`title.${error.code}`),
    detail: error.reason ? t(`reason.${error.reason.key}`, error.reason.params) : t(`detail.${error.code}`),
    fields: Object.fromEntries(fields),
  };
}

/** Adds to the params of a message about a currency an example, and the `amount` of its plain decimal as the reader writes it. */
function withAmounts(params: FieldMessage['params'], locale?: Locale): FieldMessage['params'] {
  const { currency, plain } = params ?? {};
  if (typeof currency !== 'string') return params;
  const example = exampleAmount(currency, locale);
  if (typeof plain !== 'string') return { ...params, example };
  return { ...params, example, amount: locale ? formatDecimal(plain, currency, locale) : plain };
}
