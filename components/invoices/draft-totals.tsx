'use client';

import { clsx } from 'clsx';
import { useLocale, useTranslations } from 'next-intl';
import { type Control, useWatch } from 'react-hook-form';
import type { DraftForm } from '@/components/invoices/draft-line';
import { discountOf, pricedRow } from '@/components/invoices/draft-prices';
import { decimalText, digitsOf } from '@/lib/currency-digits';
import { formatDecimal, formatPercent } from '@/lib/intl';
import { invoiceTotals, lineAmount, wholeRate } from '@/lib/invoices/rule';

type Props = {
  control: Control<DraftForm>;
  currency: string;
  pricesIncludeTax: boolean;
  discount: { discountPercent: string; discountAmount: string };
};

/** The totals of what is typed so far, by the function that the server uses. */
export function DraftTotals({ control, currency, pricesIncludeTax, discount }: Props) {
  const t = useTranslations('invoices.totals');
  const locale = useLocale();
  const rows = useWatch({ control, name: 'lines' }) ?? [];
  const lines = rows.flatMap((row) => pricedRow(row, currency, locale) ?? []);
  const totals = invoiceTotals(lines, { currency, pricesIncludeTax, ...discountOf(discount, currency, locale) });
  const money = (minor: bigint) => formatDecimal(decimalText(minor, digitsOf(currency)), currency, locale);
  const taxes = totals.rates.filter(({ taxRate }) => taxRate > 0);
  const percent = (rate: number) => formatPercent(rate / wholeRate, locale, 4);
  return (
    <dl aria-live="polite" className="numerals ms-auto max-w-md space-y-1.5 text-ink-soft">
      {totals.discountMinor !== 0n && <Row label={t('discount')} amount={money(-totals.discountMinor)} />}
      {taxes.length > 0 && <Row label={t('net')} amount={money(totals.netMinor)} />}
      {taxes.map(({ taxRate, netMinor, taxMinor }) => (
        <Row
          key={taxRate}
          label={t('tax', { rate: percent(taxRate), base: money(netMinor) })}
          amount={money(taxMinor)}
        />
      ))}
      <Row
        label={taxes.length > 0 && pricesIncludeTax ? t('totalWithTax') : t('total')}
        amount={money(totals.totalMinor)}
        className="border-t border-line pt-2 text-lg font-medium text-ink"
      />
    </dl>
  );
}

type AmountProps = Pick<Props, 'control' | 'currency'> & { at: number };

/** The amount of a line as it is typed so far; a dash where it cannot be read. */
export function DraftAmount({ at, control, currency }: AmountProps) {
  const locale = useLocale();
  const row = useWatch({ control, name: `lines.${at}` });
  const priced = row ? pricedRow(row, currency, locale) : null;
  if (priced === null) return '–';
  return formatDecimal(decimalText(lineAmount(priced, currency), digitsOf(currency)), currency, locale);
}

function Row({ label, amount, className }: { label: string; amount: string; className?: string }) {
  return (
    <div className={clsx('flex justify-between gap-6', className)}>
      <dt>{label}</dt>
      <dd>{amount}</dd>
    </div>
  );
}
