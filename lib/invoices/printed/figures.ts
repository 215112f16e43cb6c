import { formatDay, formatMoney } from '@/lib/format';
import type { Locale } from '@/lib/i18n/locales';
import { formatPercent, kept } from '@/lib/intl';
import { wholeRate } from '@/lib/invoices/rule';
import { exponentOf } from '@/lib/money';

/** The unit of prices: ten-thousandths of the major unit. */
const priceDigits = 4;

/** Numbers of a document as the reader's language writes them, always in the digits 0 to 9: a bank's form takes no others. */
export function figuresOf(language: Locale, currency: string) {
  const locale = `${language}-u-nu-latn`;
  return {
    money: (minor: bigint) => formatMoney(minor, currency, locale),
    date: (day: string) => formatDay(day, locale, 'long'),
    /** A rate in ten-thousandths of a percent. */
    rate: (rate: number) => formatPercent(rate / wholeRate, locale, 4),
    quantity: (thousandth: bigint) =>
      // Intl formats a numeric text exactly; its type does not know which text is one.
      kept(Intl.NumberFormat, locale, { maximumFractionDigits: 3 }).format(scaled(thousandth, 3) as `${number}`),
    /** A price with as many decimals as it has, and no fewer than the currency. */
    price: (tenThousandth: bigint) => {
      const digits = { minimumFractionDigits: exponentOf(currency), maximumFractionDigits: priceDigits };
      const format = kept(Intl.NumberFormat, locale, { style: 'currency', currency, ...digits });
      return format.format(scaled(tenThousandth, priceDigits) as `${number}`);
    },
  };
}

export type Figures = ReturnType<typeof figuresOf>;

/** An integer in a power of ten as a plain decimal without closing zeros: 1500n in thousandths → “1.5”. */
export function scaled(value: bigint, digits: number): string {
  const text = (value < 0n ? -value : value).toString().padStart(digits + 1, '0');
  const fraction = text.slice(-digits).replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${text.slice(0, -digits)}${fraction === '' ? '' : `.${fraction}`}`;
}
