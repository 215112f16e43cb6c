import { useLocale, useTranslations } from 'next-intl';
import { TextAreaField } from '@/components/forms/text-area-field';
import { TextField } from '@/components/forms/text-field';
import { SettingSwitch } from '@/components/settings/setting-switch';
import { SettingsSection } from '@/components/settings/settings-section';
import type { FormAction } from '@/lib/forms/form-state';
import { percentOf } from '@/lib/invoices/columns';
import type { Billing, NextNumbers } from '@/lib/invoices/settings/schemas';
import { typedDecimal } from '@/lib/numbers';

type Props = { billing: Billing; action: FormAction; version: string };

/** How invoices and credit notes are numbered, with the numbers that the next ones get. */
export function NumbersSection({ billing, next, ...form }: Props & { next: NextNumbers }) {
  const t = useTranslations('settings.billing');
  return (
    <SettingsSection title={t('numbers')} lead={t('next', next)} {...form}>
      <NumberFields billing={billing} />
    </SettingsSection>
  );
}

/** How invoices are paid, and what a new one begins with. */
export function PaymentSection({ billing, ...form }: Props) {
  const t = useTranslations('settings.billing');
  return (
    <SettingsSection title={t('payment')} lead={t('paymentLead')} {...form}>
      <PaymentFields billing={billing} />
    </SettingsSection>
  );
}

function NumberFields({ billing }: { billing: Billing }) {
  const t = useTranslations('settings.billing');
  const whole = (name: 'numberWidth' | 'firstInvoiceNumber' | 'firstCreditNoteNumber') => ({
    ...({ name, label: t(name), inputMode: 'numeric', required: true, maxLength: 8, autoComplete: 'off' } as const),
    defaultValue: String(billing[name]),
  });
  return (
    <>
      <div className="grid gap-6 sm:grid-cols-2">
        <TextField
          name="invoicePrefix"
          label={t('invoicePrefix')}
          maxLength={20}
          autoComplete="off"
          defaultValue={billing.invoicePrefix}
        />
        <TextField
          name="creditNotePrefix"
          label={t('creditNotePrefix')}
          maxLength={20}
          autoComplete="off"
          defaultValue={billing.creditNotePrefix}
        />
      </div>
      <TextField {...whole('numberWidth')} hint={t('numberWidthHint')} />
      <SettingSwitch name="numberWithYear" label={t('numberWithYear')} checked={billing.numberWithYear} />
      <SettingSwitch
        name="numberRestartsYearly"
        label={t('numberRestartsYearly')}
        checked={billing.numberRestartsYearly}
      />
      <div className="grid gap-6 sm:grid-cols-2">
        <TextField {...whole('firstInvoiceNumber')} hint={t('firstHint')} />
        <TextField {...whole('firstCreditNoteNumber')} hint={t('firstHint')} />
      </div>
    </>
  );
}

function PaymentFields({ billing }: { billing: Billing }) {
  const t = useTranslations('settings.billing');
  const locale = useLocale();
  const off = { autoComplete: 'off' } as const;
  return (
    <>
      <div className="grid gap-6 sm:grid-cols-2">
        <TextField
          name="paymentTermDays"
          label={t('paymentTermDays')}
          inputMode="numeric"
          required
          defaultValue={String(billing.paymentTermDays)}
        />
        <TextField
          name="taxRate"
          label={t('taxRate')}
          inputMode="decimal"
          required
          defaultValue={typedDecimal(percentOf(billing.taxRate), locale)}
        />
      </div>
      <div className="grid gap-6 sm:grid-cols-2">
        {(['remindDaysBefore', 'remindDaysAfter'] as const).map((name) => (
          <TextField
            key={name}
            name={name}
            label={t(name)}
            hint={t('remindHint')}
            inputMode="numeric"
            maxLength={2}
            defaultValue={billing[name] === null ? '' : String(billing[name])}
          />
        ))}
      </div>
      <SettingSwitch name="pricesIncludeTax" label={t('pricesIncludeTax')} checked={billing.pricesIncludeTax} />
      <TextField
        name="accountHolder"
        label={t('accountHolder')}
        hint={t('accountHolderHint')}
        maxLength={70}
        {...off}
        defaultValue={billing.accountHolder}
      />
      <TextField
        name="iban"
        label={t('iban')}
        {...off}
        defaultValue={billing.iban?.replace(/(.{4})(?=.)/g, '$1 ') ?? null}
      />
      <TextField name="bic" label={t('bic')} maxLength={11} {...off} defaultValue={billing.bic} />
      <TextField
        name="countryCode"
        label={t('countryCode')}
        hint={t('countryCodeHint')}
        maxLength={2}
        {...off}
        defaultValue={billing.countryCode}
      />
      <TextAreaField
        name="footer"
        label={t('footer')}
        hint={t('footerHint')}
        rows={2}
        maxLength={500}
        defaultValue={billing.footer}
      />
    </>
  );
}
