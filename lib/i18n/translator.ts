import { createTranslator, type NamespaceKeys, type NestedKeyOf } from 'next-intl';
import { catalogues, type Messages } from '@/lib/i18n/catalogues';
import type { Locale } from '@/lib/i18n/locales';

type Namespace = NamespaceKeys<Messages, NestedKeyOf<Messages>>;

/** The catalogue of one language for work without a request: mails, PDFs, the API's messages, background jobs. */
export function translator<const N extends Namespace>(locale: Locale, namespace: N) {
  return createTranslator<Messages, N>({ locale, messages: catalogues[locale], namespace });
}
