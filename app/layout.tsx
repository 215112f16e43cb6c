import type { Metadata, Viewport } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getMessages, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { fontVariables } from '@/app/fonts';
import { NavigationFeedback } from '@/components/layout/navigation-feedback';
import { Toasts } from '@/components/ui/toast';
import { directionOf } from '@/lib/i18n/locales';
import { pickMessages, sharedPaths } from '@/lib/i18n/pick-messages';
import './globals.css';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common.app');
  return {
    title: { default: t('name'), template: `%s · ${t('name')}` },
    description: t('description'),
    robots: { index: false, follow: false },
  };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf8f4' },
    { media: '(prefers-color-scheme: dark)', color: '#171512' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, messages] = await Promise.all([getLocale(), getMessages()]);
  return (
    <html lang={locale} dir={directionOf(locale)} className={fontVariables}>
      <body>
        <NextIntlClientProvider messages={pickMessages(messages, sharedPaths)}>
          <NavigationFeedback />
          <Toasts>{children}</Toasts>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
