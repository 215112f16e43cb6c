import type { Locale } from '@/lib/i18n/locales';

/** What a paper is drawn with. */
export type Drawing = {
  locale: Locale;
  /** The PNG of the business. */
  logo: Uint8Array | null;
  /** The code of a paper without a record of its own. */
  code: string | null;
  /** The address at which the paper with this code can be checked. */
  verifyUrl: (code: string | null) => string | null;
};
