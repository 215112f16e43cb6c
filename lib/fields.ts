import { z } from 'zod';
import { locales } from '@/lib/i18n/locales';
import { currencies } from '@/lib/money';

// Fields that records of several rooms share, so that a name or an e-mail address means the same everywhere.

/**
 * The id of a record as an input names it. In lower case, as the database writes it: what compares ids as text (is this
 * person I myself?) must not be told otherwise by a capital letter.
 */
export const recordId = (unknown?: string) => z.uuid(unknown).toLowerCase();

/** What turns the reading order round for all that follows (UAX #9): a name with it would not read as it is. */
const overrides = /[\u202a-\u202e\u2066-\u2069]/gu;

/** One line that must say something, without blanks around it. What breaks a line or controls a terminal is a blank in it. */
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

/** The part of an address that names a business: `harbor-pine`. */
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

/** A language that the portal speaks. */
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
