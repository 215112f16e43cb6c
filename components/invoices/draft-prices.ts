import type { DraftRow } from '@/components/invoices/draft-row';
import { digitsOf, wholeOf } from '@/lib/currency-digits';
import { type Discount, noDiscount, type PricedLine } from '@/lib/invoices/rule';
import { plainDecimal } from '@/lib/numbers';

const typed = (text: string, decimals: number, locale: string): bigint | null =>
  text.trim() === '' ? null : wholeOf(plainDecimal(text, locale) ?? text, decimals);

type TypedDiscount = { discountPercent: string; discountAmount: string };

/** A discount as it is typed; none where it cannot be read. */
export function discountOf(
  { discountPercent, discountAmount }: TypedDiscount,
  currency: string,
  locale: string,
): Discount {
  const rate = typed(discountPercent, 4, locale);
  const amount = typed(discountAmount, digitsOf(currency), locale);
  if (rate !== null) return { discountRate: Number(rate), discountMinor: null };
  return amount === null ? noDiscount : { discountRate: null, discountMinor: amount };
}

/** A typed row for the totals; null where a number of it is missing or cannot be read. */
export function pricedRow(row: DraftRow, currency: string, locale: string): PricedLine | null {
  const quantityThousandth = row.quantity.trim() === '' ? 1000n : typed(row.quantity, 3, locale);
  const unitPriceTenThousandth = typed(row.unitPrice, 4, locale);
  if (quantityThousandth === null || unitPriceTenThousandth === null) return null;
  const taxRate = Number(typed(row.taxRate, 4, locale) ?? 0n);
  return { quantityThousandth, unitPriceTenThousandth, taxRate, ...discountOf(row, currency, locale) };
}
