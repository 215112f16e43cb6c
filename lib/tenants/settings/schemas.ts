import { z } from 'zod';
import { currency, email, line, locale, phone, text, timeZone } from '@/lib/fields';

/** Accepts example.com as well as https://example.com. */
const website = z
  .string()
  .trim()
  .max(300)
  .transform((address) => (/^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`))
  .pipe(z.url({ protocol: /^https?$/, hostname: z.regexes.domain }));

const settingFields = z.strictObject({
  name: line(),
  email: email.nullish(),
  phone: phone.nullish(),
  website: website.nullish(),
  address: text(500).nullish(),
  taxNumber: line(60).nullish(),
  locale,
  timeZone,
  /** The default for new clients; existing clients keep theirs. */
  currency,
  accent: z
    .string()
    .trim()
    .regex(/^#[0-9a-f]{6}$/i, 'color'),
  /** Whether photos of visibility public are shown to everyone at /showcase. */
  showcaseEnabled: z.boolean(),
  /** Whether the showcase names the project of each photo. */
  showcaseProjectNames: z.boolean(),
  /** Whether people of clients may show their projects to others by a link. */
  guestPassesEnabled: z.boolean(),
  /** Whether clients read how planned dates moved. */
  dateHistoryShown: z.boolean(),
});

/** An absent field keeps its value, because each section of the page is saved on its own; null removes it. */
export const changeSettingsInput = settingFields.partial();

/** The sections of the settings' page, each with the fields that it saves. */
export const settingsSections = {
  business: { name: true, email: true, phone: true, website: true, address: true, taxNumber: true },
  reading: { locale: true, timeZone: true, currency: true },
  colour: { accent: true },
  showcase: { showcaseEnabled: true, showcaseProjectNames: true },
  guests: { guestPassesEnabled: true },
  dates: { dateHistoryShown: true },
} as const;

export type ChangeSettingsInput = z.output<typeof changeSettingsInput>;

/** The settings as they are stored. */
export const settings = z.object({
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  website: z.string().nullable(),
  address: z.string().nullable(),
  taxNumber: z.string().nullable(),
  locale: z.string(),
  timeZone: z.string(),
  currency: z.string(),
  accent: z.string(),
  showcaseEnabled: z.boolean(),
  showcaseProjectNames: z.boolean(),
  guestPassesEnabled: z.boolean(),
  dateHistoryShown: z.boolean(),
});

export type Settings = z.output<typeof settings>;

/** The query of the logo's address: `v` changes with the logo, so that browsers fetch the new one. It selects nothing. */
export const logoInput = z.strictObject({ v: z.uuid().optional() });
