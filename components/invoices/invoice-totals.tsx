import { clsx } from 'clsx';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { TextLink } from '@/components/ui/text-link';
import { formatDay, formatMoney, formatPercent } from '@/lib/format';
import { paymentMethods } from '@/lib/invoices/payments/rule';
import { wholeRate } from '@/lib/invoices/rule';
import type { FullInvoice, Settlement } from '@/lib/invoices/schemas';

type Shown = Pick<FullInvoice, 'currency' | 'pricesIncludeTax' | 'totals' | 'totalMinor' | 'exemptionReason'> &
  Partial<Pick<FullInvoice, 'openMinor' | 'settlements' | 'status'>>;

type Props = {
  /** A credit note has nothing that settles it. */
  invoice: Shown;
  /** The page of a payment or credit note; null where the reader has none. */
  hrefOf?: (settlement: Settlement) => string | null;
  /** The words for the total; those of an invoice without them. */
  total?: { plain: string; withTax: string };
};

/** From the sum of the lines to what is left to pay: discount, tax per rate, total, payments and credit notes. */
export function InvoiceTotals({ invoice, total, hrefOf }: Props) {
  const t = useTranslations('invoices.totals');
  const locale = useLocale();
  const { currency, pricesIncludeTax, totals, totalMinor, exemptionReason } = invoice;
  const { openMinor = 0n, settlements = [], status } = invoice;
  const words = total ?? { plain: t('total'), withTax: t('totalWithTax') };
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
        <Row label={pricesIncludeTax && hasTax ? words.withTax : words.plain} amount={money(totalMinor)} strong />
        {settlements.map((settlement) => (
          <Row
            key={settlement.id}
            label={<SettledBy settlement={settlement} href={hrefOf?.(settlement) ?? null} />}
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

function SettledBy({ settlement, href }: { settlement: Settlement; href: string | null }) {
  const t = useTranslations('invoices');
  const locale = useLocale();
  const { kind, on, number, method } = settlement;
  const date = formatDay(on, locale);
  const text =
    kind === 'credit_note'
      ? t('totals.credited', { number: number ?? '', date })
      : t('totals.paid', { date, method: t(`method.${paymentMethods.find((one) => one === method) ?? 'other'}`) });
  return href === null ? text : <TextLink href={href}>{text}</TextLink>;
}
