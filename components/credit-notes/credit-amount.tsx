import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { PaperAmount } from '@/components/invoices/paper-amount';
import { formatDay, formatMoney } from '@/lib/format';
import type { FullCreditNote } from '@/lib/invoices/credit-notes/schemas';

type Props = {
  note: Pick<FullCreditNote, 'totalMinor' | 'currency' | 'issuedOn'>;
  /** Beside the date: the way to the invoice. */
  aside?: ReactNode;
  /** What can be done with the credit note. */
  children: ReactNode;
};

/** What a credit note credits, and when it was issued. */
export function CreditAmount({ note, aside, children }: Props) {
  const t = useTranslations('credits.show');
  const locale = useLocale();
  const { totalMinor, currency, issuedOn } = note;
  return (
    <PaperAmount
      label={t('credited')}
      amount={formatMoney(totalMinor, currency, locale)}
      below={
        <>
          {t('issuedOn', { date: formatDay(issuedOn, locale, 'long') })}
          {aside && <> · {aside}</>}
        </>
      }
    >
      {children}
    </PaperAmount>
  );
}
