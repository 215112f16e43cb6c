import { digitsOf, wholeOf } from '@/lib/currency-digits';
import { type Discount, noDiscount, type PricedLine } from '@/lib/invoices/rule';
import { plainDecimal } from '@/lib/numbers';

/** A line as it is typed, every number as the reader's language writes it. */
export type DraftRow = {
  id: string;
  description: string;
  quantity: string;
  unitPrice: string;
  taxRate: string;
  discountPercent: string;
  discountAmount: string;
  /** Ids of the hours that a new line bills. */
  timeEntryIds: string[];
};

export const emptyRow = (taxRate: string): DraftRow => ({
  ...{ id: '', description: '', quantity: '', unitPrice: '', taxRate },
  ...{ discountPercent: '', discountAmount: '', timeEntryIds: [] },
});

/** Whether nothing but a preset was typed into a row. */
export const isEmptyRow = ({ id, description, quantity, unitPrice }: DraftRow): boolean =>
  [id, description, quantity, unitPrice].every((text) => text.trim() === '');

/** The rows of a form that was sent, from its values by field name. */
export function rowsOf(values: Record<string, string[]>): DraftRow[] {
  const rows: DraftRow[] = [];
  for (const [name, texts] of Object.entries(values)) {
    const [, at, field] = /^lines\.(\d{1,3})\.(\w+)$/.exec(name) ?? [];
    if (at === undefined || field === undefined) continue;
    const row = rows[Number(at)] ?? emptyRow('');
    rows[Number(at)] = row;
    if (field === 'timeEntryIds') row.timeEntryIds = texts;
    else if (field in row) Object.assign(row, { [field]: texts.at(-1) ?? '' });
  }
  return Array.from(rows, (row) => row ?? emptyRow(''));
}

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
