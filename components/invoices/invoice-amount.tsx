import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { PaperAmount } from '@/components/invoices/paper-amount';
import { formatDay, formatMoney } from '@/lib/format';
import type { FullInvoice } from '@/lib/invoices/schemas';

type Props = {
  invoice: Pick<FullInvoice, 'openMinor' | 'totalMinor' | 'currency' | 'issuedOn' | 'dueOn'>;
  /** What can be done with the invoice. */
  children: ReactNode;
};

/** What is left to pay of an invoice and until when; of a settled one its total. */
export function InvoiceAmount({ invoice, children }: Props) {
  const t = useTranslations('invoices.show');
  const locale = useLocale();
  const { openMinor, totalMinor, currency, issuedOn, dueOn } = invoice;
  const isOpen = openMinor > 0n;
  return (
    <PaperAmount
      label={isOpen ? t('toPay') : t('total')}
      amount={formatMoney(isOpen ? openMinor : totalMinor, currency, locale)}
      below={
        <>
          {issuedOn && t('issuedOn', { date: formatDay(issuedOn, locale, 'long') })}
          {isOpen && dueOn && <> · {t('dueOn', { date: formatDay(dueOn, locale, 'long') })}</>}
        </>
      }
    >
      {children}
    </PaperAmount>
  );
}
