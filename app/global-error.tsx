'use client';

import { NextIntlClientProvider } from 'next-intl';
import { useSyncExternalStore } from 'react';
import ErrorPage from '@/app/error';
import { fallbackLocale, languageOf, supported } from '@/lib/i18n/locales';
import de from '@/lib/i18n/messages/de/problem.json';
import en from '@/lib/i18n/messages/en/problem.json';
import './globals.css';

const messages = { en, de };
const never = () => () => {};

type Props = { error: Error & { digest?: string }; reset: () => void };

/** Replaces a failed root layout. Uses the browser's language, because next-intl's request configuration is not available. */
export default function GlobalError(props: Props) {
  const wish = useSyncExternalStore(
    never,
    () => navigator.language,
    () => fallbackLocale,
  );
  const locale = supported(wish) ?? fallbackLocale;
  return (
    <html lang={locale}>
      <body>
        <NextIntlClientProvider locale={locale} timeZone="UTC" messages={{ problem: messages[languageOf(locale)] }}>
          <ErrorPage {...props} />
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
