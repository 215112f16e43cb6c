import { useLocale, useTranslations } from 'next-intl';
import { CellField } from '@/components/forms/cell-field';
import { SelectField } from '@/components/forms/select-field';
import { TextField } from '@/components/forms/text-field';
import { shortDecimal } from '@/lib/currency-digits';
import { formatPercent } from '@/lib/format';
import { percentOf, unitPriceOf } from '@/lib/invoices/columns';
import { wholeRate } from '@/lib/invoices/rule';
import type { FullInvoice } from '@/lib/invoices/schemas';
import { toDecimal } from '@/lib/money';
import { typedDecimal } from '@/lib/numbers';

/** The lines of an invoice with a field for the quantity that is taken back of each, and a row for something else. */
export function CreditLines({ invoice }: { invoice: FullInvoice }) {
  const t = useTranslations('credits.form');
  const locale = useLocale();
  const { lines, currency, totals } = invoice;
  const percent = (rate: number) => formatPercent(rate / wholeRate, locale, 4);
  const other = `lines.${lines.length}`;
  const rates = totals.rates.map(({ taxRate }) => ({
    value: typedDecimal(percentOf(taxRate), locale),
    label: percent(taxRate),
  }));
  return (
    <div className="space-y-6">
      <p className="text-ink-soft">{t('linesLead')}</p>
      <ol className="divide-y divide-line/70 border-y border-line">
        {lines.map((line, at) => {
          const name = `lines.${at}`;
          const { discountRate, discountMinor } = line;
          const quantity = t('quantity', { most: typedDecimal(shortDecimal(line.quantityThousandth, 3), locale) });
          return (
            <li key={line.id} className="grid grid-cols-2 gap-3 py-4 sm:grid-cols-[minmax(0,1fr)_9rem_9rem]">
              <input type="hidden" name={`${name}.description`} value={line.description} />
              <input type="hidden" name={`${name}.taxRate`} value={typedDecimal(percentOf(line.taxRate), locale)} />
              {discountRate !== null && (
                <input
                  type="hidden"
                  name={`${name}.discountPercent`}
                  value={typedDecimal(percentOf(discountRate), locale)}
                />
              )}
              <p className="col-span-full min-w-0 self-end sm:col-span-1 sm:pb-2.5">
                <span className="two-lines">{line.description}</span>
                <span className="block text-sm text-ink-soft">
                  {t('taxRate')} {percent(line.taxRate)}
                </span>
              </p>
              <Cell name={`${name}.quantity`} label={quantity} />
              <Cell
                name={`${name}.unitPrice`}
                label={t('unitPrice')}
                value={typedDecimal(unitPriceOf(line.unitPriceTenThousandth, currency), locale)}
              />
              {discountMinor !== null && (
                <div className="col-start-2 sm:col-start-3">
                  <Cell
                    name={`${name}.discountAmount`}
                    label={t('discountAmount')}
                    value={typedDecimal(toDecimal(discountMinor, currency), locale)}
                  />
                </div>
              )}
            </li>
          );
        })}
      </ol>
      <fieldset className="grid min-w-0 gap-6 sm:grid-cols-[minmax(0,1fr)_9rem_9rem]">
        <legend className="mb-3 font-medium">{t('other')}</legend>
        <TextField name={`${other}.description`} label={t('description')} maxLength={500} />
        <TextField name={`${other}.unitPrice`} label={t('amount')} inputMode="decimal" maxLength={30} />
        <SelectField name={`${other}.taxRate`} label={t('taxRate')} required options={rates} />
      </fieldset>
    </div>
  );
}

function Cell({ name, label, value }: { name: string; label: string; value?: string }) {
  return <CellField name={name} label={label} inputMode="decimal" maxLength={30} defaultValue={value ?? null} shown />;
}
