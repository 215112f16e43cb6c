import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { CreditNotePaper } from '@/components/credit-notes/credit-note-paper';
import { WhoSees } from '@/components/explain/who-sees';
import { EInvoiceLacks, EInvoiceLinks } from '@/components/invoices/e-invoice';
import { partyFacts } from '@/components/invoices/party-facts';
import { buttonClass } from '@/components/ui/button';
import { Facts } from '@/components/ui/facts';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import { adminUser } from '@/lib/authz/guards';
import { forPage, pageId, readPage } from '@/lib/doors/page';
import { formatDay } from '@/lib/format';
import { getCreditNote } from '@/lib/invoices/credit-notes/queries';
import { creditDocumentOf } from '@/lib/invoices/printed/document-of';
import { eInvoiceOf } from '@/lib/invoices/printed/xml-missing';
import { paths } from '@/lib/paths';

type Props = PageProps<'/admin/credit-notes/[id]'>;

/** Cached per request: the page and its title share one read. */
const load = cache(async (id: string) => {
  const me = await forPage(adminUser);
  return readPage(me, (db) => getCreditNote(db, { id }));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { number } = await load(await pageId(params));
  return { title: (await getTranslations('credits.show'))('titleOf', { number }) };
}

export default async function CreditNotePage({ params }: Props) {
  const note = await load(await pageId(params));
  const [list, t, show, locale] = await Promise.all([
    getTranslations('credits'),
    getTranslations('credits.show'),
    getTranslations('invoices.show'),
    getLocale(),
  ]);
  const { id, number, invoiceId, invoiceNumber, issuedOn } = note;
  const eInvoice = note.issuer && note.recipient && eInvoiceOf(creditDocumentOf(note));
  return (
    <>
      <PageHeader
        title={t('titleOf', { number })}
        trail={[{ href: paths.admin.creditNotes.list, label: list('title') }]}
        actions={
          <a href={paths.files.creditNotePdf('admin', id)} className={buttonClass('secondary')} download>
            {t('download')}
          </a>
        }
      />
      <div className="mb-10">
        <Facts
          columns={3}
          facts={[
            ...partyFacts(note, { client: list('column.client'), project: show('project') }),
            {
              label: list('column.invoice'),
              value: <TextLink href={paths.admin.invoices.show(invoiceId)}>{invoiceNumber}</TextLink>,
            },
            { label: list('column.issued'), value: formatDay(issuedOn, locale) },
          ]}
        />
        <WhoSees type="credit_note" id={id} className="mt-6" />
      </div>
      <div className="max-w-3xl">
        <CreditNotePaper note={note} />
        {eInvoice && (
          <>
            <EInvoiceLinks
              formats={eInvoice.formats}
              hrefOf={(format) => paths.files.creditNoteXml('admin', id, format)}
            />
            <EInvoiceLacks {...eInvoice} />
          </>
        )}
      </div>
    </>
  );
}
