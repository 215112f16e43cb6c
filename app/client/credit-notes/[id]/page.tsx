import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { CreditNotePaper } from '@/components/credit-notes/credit-note-paper';
import { EInvoiceLinks } from '@/components/invoices/e-invoice';
import { buttonClass } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import { clientUser } from '@/lib/authz/guards';
import { forPage, pageId, readPage } from '@/lib/doors/page';
import { formatDay, formatMoney } from '@/lib/format';
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
  const [list, t, locale] = await Promise.all([
    getTranslations('invoices'),
    getTranslations('credits.show'),
    getLocale(),
  ]);
  const { id, number, invoiceId, invoiceNumber, projectName, issuedOn, totalMinor, currency } = note;
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
      <div className="mb-10 flex flex-wrap items-end justify-between gap-x-8 gap-y-5">
        <p>
          <span className="eyebrow block">{t('credited')}</span>
          <span className="numerals mt-1 block font-serif text-title">{formatMoney(totalMinor, currency, locale)}</span>
          <span className="mt-2 block text-ink-soft">
            {t('issuedOn', { date: formatDay(issuedOn, locale, 'long') })} ·{' '}
            <TextLink href={paths.client.invoice(invoiceId)}>{t('invoice', { number: invoiceNumber })}</TextLink>
          </span>
        </p>
        <a href={paths.files.creditNotePdf('client', id)} className={buttonClass('secondary')} download>
          {t('download')}
        </a>
      </div>
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
