import { NextIntlClientProvider } from 'next-intl';
import { getLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { browserMessages, catalogues } from '@/lib/i18n/catalogues';

type Props = {
  /** Whether photos are only looked at here: who may do no more has no use for the words of those who curate. */
  looking?: boolean;
  children: ReactNode;
};

/** Gives the browser components inside the words of the gallery as well: only pages that show it carry them. */
export async function PhotoWords({ looking = false, children }: Props) {
  const locale = await getLocale();
  const { photos } = catalogues[locale];
  const messages = { ...browserMessages(locale), photos: looking ? { box: photos.box } : photos };
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
