import { useLocale, useTranslations } from 'next-intl';
import { SelectField } from '@/components/forms/select-field';
import { TextField } from '@/components/forms/text-field';
import { methodNames } from '@/components/payments/method-names';
import type { Day } from '@/lib/format';

type Props = {
  /** The name of the field of the date. */
  dateName: string;
  texts: { amount: string; date: string };
  amount: string;
  date: Day;
};

/** Amount, date, method and reference of money that came in or went back. */
export function PaymentFields({ dateName, texts, amount, date }: Props) {
  const t = useTranslations('payments.form');
  const names = useTranslations('invoices.method');
  const locale = useLocale();
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      <TextField name="amount" label={texts.amount} required inputMode="decimal" defaultValue={amount} maxLength={30} />
      <TextField name={dateName} label={texts.date} required type="date" defaultValue={date} />
      <SelectField
        name="method"
        label={t('method')}
        required
        defaultValue="bank_transfer"
        options={methodNames(names, locale)}
      />
      <TextField name="reference" label={t('reference')} maxLength={100} />
    </div>
  );
}
