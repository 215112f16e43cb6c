import type { Messages } from '@/lib/i18n/catalogues';
import type { Locale as AppLocale } from '@/lib/i18n/locales';

declare module 'next-intl' {
  interface AppConfig {
    Locale: AppLocale;
    Messages: Messages;
  }
}
