import 'server-only';
import { data as iso4217 } from 'currency-codes';

/** An amount in the smallest unit of its currency: cents, yen, thousandths of a dinar. */
export type Minor = bigint | number;

const exponents = new Map(iso4217.map(({ code, digits }) => [code, digits]));

/** The number of decimals of a currency by ISO 4217: EUR 2, JPY 0, BHD 3. Throws RangeError for an unknown code. */
export function exponentOf(currency: string): number {
  const exponent = exponents.get(currency);
  if (exponent === undefined) throw new RangeError(`Not a currency of ISO 4217: ${currency}`);
  return exponent;
}

const names = new Intl.DisplayNames('en', { type: 'currency', fallback: 'none' });

/** The codes to choose from: those of ISO that Intl can name, without metals and test codes (its countries ZZ). */
export const currencies: ReadonlySet<string> = new Set(
  iso4217
    .filter(({ code, countries }) => !countries.some((name) => /^zz\d/i.test(name)) && names.of(code) !== undefined)
    .map(({ code }) => code),
);

/** 123456 EUR → "1234.56", as the API writes money. Throws RangeError for a number that is not a safe integer. */
export function toDecimal(amount: Minor, currency: string): string {
  if (typeof amount === 'number' && !Number.isSafeInteger(amount))
    throw new RangeError(`Not an exact amount: ${amount}`);
  const minor = BigInt(amount);
  const exponent = exponentOf(currency);
  const digits = (minor < 0n ? -minor : minor).toString().padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  return `${minor < 0n ? '-' : ''}${whole}${exponent === 0 ? '' : `.${digits.slice(-exponent)}`}`;
}

/**
 * "1234.5" EUR → 123450n. Null for anything but a plain decimal, and for more decimals than the currency has: an
 * amount is never rounded. At most 18 digits, so that it fits the database's bigint.
 */
export function fromDecimal(text: string, currency: string): bigint | null {
  const [, sign, whole, fraction = ''] = /^(-?)(\d{1,15})(?:\.(\d{1,4}))?$/.exec(text.trim()) ?? [];
  const exponent = exponentOf(currency);
  if (whole === undefined || fraction.length > exponent || whole.length + exponent > 18) return null;
  const minor = BigInt(whole + fraction.padEnd(exponent, '0'));
  return sign === '-' ? -minor : minor;
}
