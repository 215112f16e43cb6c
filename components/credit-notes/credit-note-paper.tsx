import { useTranslations } from 'next-intl';
import { InvoiceLines } from '@/components/invoices/invoice-lines';
import { InvoiceParties } from '@/components/invoices/invoice-parties';
import { InvoiceTotals } from '@/components/invoices/invoice-totals';
import type { FullCreditNote } from '@/lib/invoices/credit-notes/schemas';

/** What a credit note says: reason, parties, lines, taxes and total. */
export function CreditNotePaper({ note }: { note: FullCreditNote }) {
  const t = useTranslations('credits.show');
  return (
    <>
      <div className="mb-8">
        <p className="eyebrow">{t('reason')}</p>
        <p className="mt-1 max-w-prose whitespace-pre-line break-words">{note.reason}</p>
      </div>
      <InvoiceParties issuer={note.issuer} recipient={note.recipient} />
      <InvoiceLines invoice={note} />
      <InvoiceTotals invoice={note} total={{ plain: t('total'), withTax: t('totalWithTax') }} />
    </>
  );
}
