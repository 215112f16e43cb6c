import { useLocale, useTranslations } from 'next-intl';
import { formatMoney } from '@/lib/format';
import { type Ageing, bands } from '@/lib/ledger/rule';

type Props = { ageing: Ageing; currency: string; notAgedMinor?: bigint };

/** The open invoices of an account by the days since they were due, and what of the balance is no open invoice. */
export function AgeingTable({ ageing, currency, notAgedMinor = 0n }: Props) {
  const t = useTranslations('ledger.ageing');
  const locale = useLocale();
  const total = bands.reduce((sum, band) => sum + ageing[band], 0n);
  const lines = [
    ...bands.map((band) => [t(band), ageing[band]] as const),
    [t('total'), total] as const,
    ...(notAgedMinor === 0n ? [] : [[t('notAged'), notAgedMinor] as const]),
  ];
  return (
    <dl className="grid grid-cols-1 gap-x-6 text-[0.9375rem] sm:grid-cols-3 sm:gap-y-5 lg:grid-cols-6 print:grid-cols-6">
      {lines.map(([label, minor]) => (
        <div
          key={label}
          className="flex justify-between gap-4 border-b border-line/70 py-2 sm:block sm:border-0 sm:py-0"
        >
          <dt className="text-sm text-ink-soft">{label}</dt>
          <dd className="numerals font-medium">{formatMoney(minor, currency, locale)}</dd>
        </div>
      ))}
    </dl>
  );
}
