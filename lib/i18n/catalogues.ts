import type { Locale } from '@/lib/i18n/locales';
import { de } from '@/lib/i18n/messages/de';
import { en } from '@/lib/i18n/messages/en';

/** The shape of every catalogue, taken from English; the compiler and a test check the other languages against it. */
export type Messages = typeof en;

export const catalogues: Record<Locale, Messages> = { en, 'en-GB': en, 'en-US': en, de };
