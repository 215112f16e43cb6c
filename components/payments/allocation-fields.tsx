import { useLocale, useTranslations } from 'next-intl';
import { CellField } from '@/components/forms/cell-field';
import { formatDay, formatMoney } from '@/lib/format';
import type { Payable } from '@/lib/invoices/payments/schemas';

type Props = {
  invoices: readonly Payable[];
  currency: string;
  /** The amounts that stand there at first, by invoice. */
  amounts?: Readonly<Record<string, string>>;
  /** Whether a heading of its own stands above. */
  headed?: boolean;
};

/** The open invoices of a client, each with a field for what a payment settles of it. */
export function AllocationFields({ invoices, currency, amounts = {}, headed = true }: Props) {
  const t = useTranslations('payments.form');
  const locale = useLocale();
  return (
    <fieldset className={headed ? 'min-w-0 pt-4' : 'min-w-0'}>
      <legend className={headed ? 'font-serif text-section' : 'sr-only'}>{t('allocations')}</legend>
      <p className="mt-1 text-ink-soft">{invoices.length > 0 ? t('allocationsHint') : t('nothingOpen')}</p>
      <ul className="mt-3 divide-y divide-line/70 border-y border-line">
        {invoices.map(({ id, number, dueOn, openMinor }, at) => (
          <li key={id} className="grid gap-x-6 gap-y-2 py-3 sm:grid-cols-[minmax(0,1fr)_10rem] sm:items-center">
            <input type="hidden" name={`allocations.${at}.invoiceId`} value={id} />
            <p className="min-w-0">
              <span className="block font-medium">{t('invoice', { number })}</span>
              <span className="numerals block text-sm text-ink-soft">
                {t('open', { amount: formatMoney(openMinor, currency, locale), date: formatDay(dueOn, locale) })}
              </span>
            </p>
            <CellField
              name={`allocations.${at}.amount`}
              label={t('amountOf', { number })}
              inputMode="decimal"
              maxLength={30}
              defaultValue={amounts[id] ?? null}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
