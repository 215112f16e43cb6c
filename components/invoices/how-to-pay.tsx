import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { Section } from '@/components/ui/section';
import { formatDay, formatMoney } from '@/lib/format';
import type { FullInvoice } from '@/lib/invoices/schemas';
import { toDecimal } from '@/lib/money';

/** What a bank transfer needs, each with a button that copies it. Without an account: whom to ask. */
export function HowToPay({ invoice, tenantName }: { invoice: FullInvoice; tenantName: string }) {
  const t = useTranslations('invoices.pay');
  const locale = useLocale();
  const { issuer, number, openMinor, currency, dueOn } = invoice;
  const lead = dueOn ? t('lead', { date: formatDay(dueOn, locale, 'long') }) : undefined;
  const iban = issuer?.iban;
  if (!iban)
    return (
      <Section title={t('title')} lead={lead}>
        <p id="pay" className="scroll-mt-24">
          {t('ask', { name: tenantName })}
        </p>
      </Section>
    );
  return (
    <Section title={t('title')} lead={lead}>
      <dl id="pay" className="max-w-form scroll-mt-24 divide-y divide-line/70 border-y border-line">
        <Detail label={t('holder')} text={issuer.accountHolder ?? issuer.name} />
        <Detail label={t('iban')} text={iban}>
          {iban.replace(/(.{4})(?=.)/g, '$1 ')}
        </Detail>
        {issuer.bic && <Detail label={t('bic')} text={issuer.bic} />}
        <Detail label={t('amount')} text={toDecimal(openMinor, currency)}>
          {formatMoney(openMinor, currency, locale)}
        </Detail>
        {number && <Detail label={t('reference')} text={number} />}
      </dl>
    </Section>
  );
}

function Detail({ label, text, children }: { label: string; text: string; children?: ReactNode }) {
  const t = useTranslations('invoices.pay');
  return (
    <div className="py-3">
      <dt className="text-sm text-ink-soft">{label}</dt>
      <dd className="flex items-center justify-between gap-x-4">
        <span className="numerals min-w-0 flex-1 break-words font-medium">{children ?? text}</span>
        <CopyButton text={text} look="quiet" name={t('copy', { what: label })} />
      </dd>
    </div>
  );
}
