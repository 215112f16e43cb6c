import 'server-only';
import { data as iso4217 } from 'currency-codes';
import { decimalText, wholeOf } from '@/lib/currency-digits';
import { typedDecimal } from '@/lib/numbers';

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
  return decimalText(BigInt(amount), exponentOf(currency));
}

/**
 * "1234.5" EUR → 123450n. Null for anything but a plain decimal, and for more decimals than the currency has: an
 * amount is never rounded. At most 18 digits, so that it fits the database's bigint.
 */
export function fromDecimal(text: string, currency: string): bigint | null {
  return wholeOf(text, exponentOf(currency));
}

const examples = ['1500', '1500.5', '1234.50', '1.234', '1.2345'];

/** An amount with the decimals of a currency, to show how one is written: plainly, or as a language does. */
export function exampleAmount(currency: string, locale?: string): string {
  const plain = examples[exponentOf(currency)] ?? '1500';
  return locale === undefined ? plain : typedDecimal(plain, locale);
}
