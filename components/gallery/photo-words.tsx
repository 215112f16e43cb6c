import { NextIntlClientProvider } from 'next-intl';
import { getLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { browserMessages, catalogues } from '@/lib/i18n/catalogues';

/** Gives the browser components inside the words of the gallery as well: only pages that show it carry them. */
export async function PhotoWords({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  const messages = { ...browserMessages(locale), photos: catalogues[locale].photos };
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
