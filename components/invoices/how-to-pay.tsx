import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { PaymentCode } from '@/components/invoices/payment-code';
import { CopyButton } from '@/components/ui/copy-button';
import { Section } from '@/components/ui/section';
import { formatDay, formatMoney } from '@/lib/format';
import type { FullInvoice } from '@/lib/invoices/schemas';
import { toDecimal } from '@/lib/money';
import type { QrPath } from '@/lib/qr-path';

type Props = {
  invoice: FullInvoice;
  tenantName: string;
  /** How the transfer names the invoice, as its PDF does; and its QR code, where it has one. */
  reference: string;
  code: QrPath | null;
};

/** What a bank transfer needs, each with a button that copies it, and its QR code. Without an account: whom to ask. */
export function HowToPay({ invoice, tenantName, reference, code }: Props) {
  const t = useTranslations('invoices.pay');
  const locale = useLocale();
  const { issuer, openMinor, currency, dueOn } = invoice;
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
      <div id="pay" className="flex scroll-mt-24 flex-wrap items-start gap-x-12 gap-y-8">
        <dl className="min-w-64 max-w-form flex-1 divide-y divide-line/70 border-y border-line">
          <Detail label={t('holder')} text={issuer.accountHolder ?? issuer.name} />
          <Detail label={t('iban')} text={iban}>
            {grouped(iban)}
          </Detail>
          {issuer.bic && <Detail label={t('bic')} text={issuer.bic} />}
          <Detail label={t('amount')} text={toDecimal(openMinor, currency)}>
            {formatMoney(openMinor, currency, locale)}
          </Detail>
          <Detail label={t('reference')} text={reference}>
            {reference.startsWith('RF') ? grouped(reference) : reference}
          </Detail>
        </dl>
        {code && <PaymentCode code={code} />}
      </div>
    </Section>
  );
}

/** In groups of four, as people read and type it. */
const grouped = (text: string) => text.replace(/(.{4})(?=.)/g, '$1 ');

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
