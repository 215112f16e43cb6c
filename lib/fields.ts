import { z } from 'zod';
import { locales } from '@/lib/i18n/locales';
import { currencies } from '@/lib/money';

// Fields that several schemas share, so that a name or an e-mail address has the same rule everywhere.

/**
 * The id of a record in an input. Lower case, as in the database, so that comparisons of ids as text (such as the check for
 * the actor's own account) are exact.
 */
export const recordId = (unknown?: string) => z.uuid(unknown).toLowerCase();

/**
 * A whole number in the query of an address or in a text field: decimal digits and nothing else, so neither `1e1`, `+5`,
 * ` 5` nor `0x10`. Both limits are inclusive.
 */
export const wholeNumber = ({ minimum, maximum }: { minimum: number; maximum: number }) =>
  z.string().max(15).regex(/^\d+$/, 'notWhole').transform(Number).pipe(z.number().int().min(minimum).max(maximum));

/** Characters that change the reading order of the following text (UAX #9) and so could disguise a name. */
const overrides = /[\u202a-\u202e\u2066-\u2069]/gu;

/** One non-empty line without blanks around it. Line breaks and control characters in it become blanks. */
export const line = (maximum = 200) =>
  z
    .string()
    .overwrite((value) =>
      value
        .replace(overrides, '')
        .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
        .trim(),
    )
    .min(1)
    .max(maximum);

/** A longer text; line breaks are kept. */
export const text = (maximum = 10_000) => z.string().trim().min(1).max(maximum);

/** An e-mail address as the database keeps it: lower case, without blanks around it. At most 254 characters (RFC 5321). */
export const email = z.string().trim().toLowerCase().max(254).pipe(z.email());

/** A telephone number as people write it. */
export const phone = line(40);

/** The part of an address that names a tenant: `harbor-pine`. */
export const slug = z
  .string()
  .trim()
  .toLowerCase()
  .max(63)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'slug');

/** A currency with its ISO 4217 code. */
export const currency = z
  .string()
  .trim()
  .toUpperCase()
  .refine((code) => currencies.has(code), 'currency');

/** A time zone of the IANA database. */
export const timeZone = z.string().trim().refine(isTimeZone, 'timeZone');

/** A language of the portal. */
export const locale = z.enum(locales);

/** The time zones to choose from, and UTC, which the runtime's list leaves out. */
export const timeZones: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone')];

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}
