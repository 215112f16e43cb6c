import { z } from 'zod';
import { currency, email, line, locale, phone, text, timeZone } from '@/lib/fields';

/** People write example.com as well as https://example.com. */
const website = z
  .string()
  .trim()
  .max(300)
  .transform((address) => (/^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`))
  .pipe(z.url({ protocol: /^https?$/, hostname: z.regexes.domain }));

export const changeSettingsInput = z.strictObject({
  name: line(),
  email: email.nullish(),
  phone: phone.nullish(),
  website: website.nullish(),
  address: text(500).nullish(),
  taxNumber: line(60).nullish(),
  locale,
  timeZone,
  /** The default for new clients; those that exist keep theirs. */
  currency,
  accent: z
    .string()
    .trim()
    .regex(/^#[0-9a-f]{6}$/i, 'color'),
  /** Whether everybody may look at the photos with visibility public, at /showcase. */
  showcaseEnabled: z.boolean().optional(),
});

export type ChangeSettingsInput = z.output<typeof changeSettingsInput>;

/** What a business says of itself, and how its portal speaks, counts and looks. */
export type Settings = {
  name: string;
  email: string | null;
  phone: string | null;
  website: string | null;
  address: string | null;
  taxNumber: string | null;
  locale: string;
  timeZone: string;
  currency: string;
  accent: string;
  showcaseEnabled: boolean;
};
