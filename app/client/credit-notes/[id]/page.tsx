import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { CreditAmount } from '@/components/credit-notes/credit-amount';
import { CreditNotePaper } from '@/components/credit-notes/credit-note-paper';
import { EInvoiceLinks } from '@/components/invoices/e-invoice';
import { buttonClass } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import { clientUser } from '@/lib/authz/guards';
import { forPage, pageId, readPage } from '@/lib/doors/page';
import { getCreditNote } from '@/lib/invoices/credit-notes/queries';
import { creditDocumentOf } from '@/lib/invoices/printed/document-of';
import { eInvoiceOf } from '@/lib/invoices/printed/xml-missing';
import { paths } from '@/lib/paths';

type Props = PageProps<'/client/credit-notes/[id]'>;

/** Cached per request: the page and its title share one read. */
const load = cache(async (id: string) => {
  const me = await forPage(clientUser);
  return readPage(me, (db) => getCreditNote(db, { id }));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { number } = await load(await pageId(params));
  return { title: (await getTranslations('credits.show'))('titleOf', { number }) };
}

export default async function ClientCreditNotePage({ params }: Props) {
  const note = await load(await pageId(params));
  const [list, t] = await Promise.all([getTranslations('invoices'), getTranslations('credits.show')]);
  const { id, number, invoiceId, invoiceNumber, projectName } = note;
  const eInvoice = note.issuer && note.recipient && eInvoiceOf(creditDocumentOf(note));
  return (
    <div className="max-w-page">
      <PageHeader
        title={t('titleOf', { number })}
        trail={[
          { href: paths.client.invoices(), label: list('title') },
          { href: paths.client.invoice(invoiceId), label: t('invoice', { number: invoiceNumber }) },
        ]}
        eyebrow={projectName}
      />
      <CreditAmount
        note={note}
        aside={<TextLink href={paths.client.invoice(invoiceId)}>{t('invoice', { number: invoiceNumber })}</TextLink>}
      >
        <a href={paths.files.creditNotePdf('client', id)} className={buttonClass('secondary')} download>
          {t('download')}
        </a>
      </CreditAmount>
      <CreditNotePaper note={note} />
      {eInvoice && (
        <EInvoiceLinks
          formats={eInvoice.formats}
          hrefOf={(format) => paths.files.creditNoteXml('client', id, format)}
        />
      )}
    </div>
  );
}
