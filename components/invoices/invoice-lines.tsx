import { useLocale, useTranslations } from 'next-intl';
import { AskMark } from '@/components/support/ask-mark';
import { shortDecimal } from '@/lib/currency-digits';
import { formatMoney, formatPercent } from '@/lib/format';
import { formatDecimal } from '@/lib/intl';
import { unitPriceOf } from '@/lib/invoices/columns';
import { wholeRate } from '@/lib/invoices/rule';
import type { FullInvoice } from '@/lib/invoices/schemas';
import { typedDecimal } from '@/lib/numbers';

type Props = {
  invoice: Pick<FullInvoice, 'lines' | 'currency' | 'totals'>;
  /** Whether the reader can ask about a line. */
  asks?: boolean;
};

/** The lines of an invoice, each in two rows: what it is for, then quantity × price and the amount. */
export function InvoiceLines({ invoice, asks = false }: Props) {
  const t = useTranslations('invoices.show');
  const locale = useLocale();
  const { lines, currency, totals } = invoice;
  const severalRates = totals.rates.length > 1;
  const percent = (rate: number) => formatPercent(rate / wholeRate, locale, 4);
  return (
    <ol aria-label={t('lines')} className="border-y border-line">
      {lines.map((line) => {
        const { discountRate, discountMinor } = line;
        const off =
          discountRate !== null
            ? percent(discountRate)
            : discountMinor !== null && formatMoney(discountMinor, currency, locale);
        return (
          <li key={line.id} className="border-b border-line/70 py-3.5 last:border-b-0">
            <p className="whitespace-pre-line break-words">
              {line.description}
              {asks && <AskMark type="invoice_line" id={line.id} name={line.description} />}
            </p>
            <p className="numerals mt-1 flex flex-wrap items-baseline justify-between gap-x-6 text-sm text-ink-soft">
              <span>
                {typedDecimal(shortDecimal(line.quantityThousandth, 3), locale)} ×{' '}
                {formatDecimal(unitPriceOf(line.unitPriceTenThousandth, currency), currency, locale)}
                {off && <> · {t('lineDiscount', { amount: off })}</>}
                {severalRates && <> · {t('lineTax', { rate: percent(line.taxRate) })}</>}
              </span>
              <span className="ms-auto text-[0.9375rem] text-ink">
                {formatMoney(line.amountMinor, currency, locale)}
              </span>
            </p>
          </li>
        );
      })}
    </ol>
  );
}
