import { NextIntlClientProvider, useLocale } from 'next-intl';
import type { ReactNode } from 'react';
import { browserMessages, catalogues } from '@/lib/i18n/catalogues';
import { fallbackLocale, supported } from '@/lib/i18n/locales';

/** Gives the bar inside its words, which count: only pages that show it carry them. */
export function BulkWords({ children }: { children: ReactNode }) {
  const locale = supported(useLocale()) ?? fallbackLocale;
  const { bulk } = catalogues[locale].documents;
  return (
    <NextIntlClientProvider messages={{ ...browserMessages(locale), documents: { bulk } }}>
      {children}
    </NextIntlClientProvider>
  );
}
