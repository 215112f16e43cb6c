import { createTranslator } from 'next-intl';
import { catalogues } from '@/lib/i18n/catalogues';
import type { PrintedLine } from '@/lib/invoices/printed/document';
import type { Figures } from '@/lib/invoices/printed/figures';
import type { Paper } from '@/lib/invoices/printed/paper';
import { drawTable } from '@/lib/pdf/table';

/** Draws the lines of the document. The columns of discount and tax are there where a line has any. */
export async function drawRows({ document, locale, figures, flow, accent }: Paper): Promise<void> {
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'printed' });
  const { lines, pricesIncludeTax } = document;
  const discounted = lines.some(hasDiscount);
  const columns = [
    { title: t('head.position'), align: 'start' },
    { title: t('head.description'), align: 'start' },
    { title: t('head.quantity'), align: 'end' },
    { title: t('head.unitPrice'), align: 'end' },
    ...(discounted ? [{ title: t('head.discount'), align: 'end' } as const] : []),
    { title: t('head.tax'), align: 'end' },
    { title: pricesIncludeTax ? t('head.amountWithTax') : t('head.amount'), align: 'end' },
  ] as const;
  const rows = lines.map((line, index) => [
    figures.quantity(BigInt(index + 1) * 1_000n),
    line.description,
    figures.quantity(line.quantityThousandth),
    figures.price(line.unitPriceTenThousandth),
    ...(discounted ? [discountOf(line, figures)] : []),
    figures.rate(line.taxRate),
    figures.money(line.amountMinor),
  ]);
  const sums = sumsAfter(lines);
  const carried = (count: number) => [t('carried'), figures.money(sums[count] ?? 0n)] as const;
  await drawTable(flow, { columns, flexible: 1, rows, colour: accent.text, carried });
}

function hasDiscount({ discountRate, discountMinor }: PrintedLine): boolean {
  return (discountRate ?? 0) !== 0 || (discountMinor ?? 0n) !== 0n;
}

function discountOf({ discountRate, discountMinor }: PrintedLine, { rate, money }: Figures): string {
  if (discountRate) return rate(discountRate);
  return discountMinor ? money(discountMinor) : '';
}

/** The sum of the lines before each, and after the last. */
function sumsAfter(lines: readonly PrintedLine[]): bigint[] {
  const sums = [0n];
  for (const { amountMinor } of lines) sums.push((sums.at(-1) ?? 0n) + amountMinor);
  return sums;
}
