import { clsx } from 'clsx';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { formatDay, formatMoney, formatPercent } from '@/lib/format';
import { wholeRate } from '@/lib/invoices/rule';
import type { FullInvoice, Settlement } from '@/lib/invoices/schemas';

/** From the sum of the lines to what is left to pay: discount, tax per rate, total, payments and credit notes. */
export function InvoiceTotals({ invoice }: { invoice: FullInvoice }) {
  const t = useTranslations('invoices.totals');
  const locale = useLocale();
  const { currency, pricesIncludeTax, totals, totalMinor, openMinor, settlements, status, exemptionReason } = invoice;
  const money = (minor: bigint) => formatMoney(minor, currency, locale);
  const { linesMinor, discountMinor, netMinor, rates } = totals;
  const hasTax = rates.some(({ taxRate }) => taxRate > 0);
  const taxes = rates
    .filter(({ taxRate }) => hasTax || taxRate > 0)
    .map(({ taxRate, netMinor: base, taxMinor }) => (
      <Row
        key={taxRate}
        label={t('tax', { rate: formatPercent(taxRate / wholeRate, locale, 4), base: money(base) })}
        amount={money(taxMinor)}
      />
    ));
  return (
    <div className="ms-auto mt-5 max-w-md">
      <dl className="numerals space-y-2">
        {discountMinor !== 0n && (
          <>
            <Row label={t('lines')} amount={money(linesMinor)} />
            <Row label={t('discount')} amount={money(-discountMinor)} />
          </>
        )}
        {hasTax && <Row label={t('net')} amount={money(netMinor)} />}
        {taxes}
        <Row label={pricesIncludeTax && hasTax ? t('totalWithTax') : t('total')} amount={money(totalMinor)} strong />
        {settlements.map((settlement) => (
          <Row
            key={settlement.id}
            label={<SettledBy settlement={settlement} />}
            amount={money(-settlement.amountMinor)}
          />
        ))}
        {status === 'issued' && <Row label={t('rest')} amount={money(openMinor)} strong />}
      </dl>
      {exemptionReason && <p className="mt-4 text-sm text-ink-soft">{exemptionReason}</p>}
    </div>
  );
}

function Row({ label, amount, strong = false }: { label: ReactNode; amount: string; strong?: boolean }) {
  return (
    <div
      className={clsx(
        'flex items-baseline justify-between gap-6',
        strong ? 'border-t border-line pt-2.5 text-lg font-medium' : 'text-ink-soft',
      )}
    >
      <dt className="min-w-0">{label}</dt>
      <dd className="shrink-0 text-end">{amount}</dd>
    </div>
  );
}

function SettledBy({ settlement: { kind, on, number, method } }: { settlement: Settlement }) {
  const t = useTranslations('invoices');
  const locale = useLocale();
  const date = formatDay(on, locale);
  if (kind === 'credit_note') return t('totals.credited', { number: number ?? '', date });
  return t('totals.paid', { date, method: methodName(method ?? 'other') });

  function methodName(name: string): string {
    const known = ['bank_transfer', 'card', 'cash', 'cheque', 'direct_debit', 'other'] as const;
    return t(`method.${known.find((one) => one === name) ?? 'other'}`);
  }
}
