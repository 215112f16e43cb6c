import { z } from 'zod';
import { addressPattern, canonicalAddress } from '@/lib/email-address';
import { locales } from '@/lib/i18n/locales';
import { currencies } from '@/lib/money';
import { line } from '@/lib/text-fields';
import { zoneNameOf } from '@/lib/time-zones';

export { line, recordId, text } from '@/lib/text-fields';

// Fields that several schemas share, so that a name or an e-mail address has the same rule everywhere.

/**
 * A whole number in the query of an address or in a text field: decimal digits and nothing else, so neither `1e1`, `+5`,
 * ` 5` nor `0x10`. Both limits are inclusive.
 */
export const wholeNumber = ({ minimum, maximum }: { minimum: number; maximum: number }) =>
  z.string().max(15).regex(/^\d+$/, 'notWhole').transform(Number).pipe(z.number().int().min(minimum).max(maximum));

/** An e-mail address of any script in the one form that the database keeps. At most 254 bytes (RFC 5321, RFC 6531). */
export const email = z
  .string()
  .trim()
  .max(254)
  .overwrite(canonicalAddress)
  .refine((address) => Buffer.byteLength(address) <= 254, 'email')
  .pipe(z.email({ pattern: addressPattern }));

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

const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** A country with its two letters of ISO 3166-1. */
export const countryCode = z
  .string()
  .trim()
  .toUpperCase()
  .refine((code) => /^[A-Z]{2}$/.test(code) && countries.of(code) !== undefined, 'countryCode');

/** A time zone of the IANA database, by today's name or an old one; its output is today's. */
export const timeZone = z.string().transform((name, context) => {
  const today = zoneNameOf(name);
  if (today === null) context.addIssue({ code: 'custom', message: 'timeZone' });
  return today ?? z.NEVER;
});

/** The schemas of plain decimals. In a form people write them as their language does (lib/numbers.ts). */
export const decimals = z.registry<{ decimal: true }>();

/** A decimal as text, which its command reads in a currency: `1234.50`. */
export const decimal = z.string().trim().max(30).register(decimals, { decimal: true });

/** A date with a time as `<input type="datetime-local">` sends it, in no zone; seconds may be absent. */
export const localTime = z.string().refine(isLocalTime, 'localTime');

/** A language of the portal. */
export const locale = z.enum(locales);

function isLocalTime(text: string): boolean {
  if (!/^(?:19|20|21)\d\d-\d\d-\d\dT\d\d:\d\d(?::\d\d)?$/.test(text)) return false;
  const at = new Date(`${text}Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
