import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { CreditAmount } from '@/components/credit-notes/credit-amount';
import { CreditNotePaper } from '@/components/credit-notes/credit-note-paper';
import { buttonClass } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { forGuest, noteVisit, readGuestPage } from '@/lib/doors/guest';
import { pageId } from '@/lib/doors/page';
import { getCreditNote } from '@/lib/invoices/credit-notes/queries';
import { paths } from '@/lib/paths';

type Props = PageProps<'/guest/credit-notes/[id]'>;

/** Cached per request: the page and its title share one read. */
const load = cache(async (id: string) => {
  const guest = await forGuest('invoices');
  return { guest, note: await readGuestPage(guest, (db) => getCreditNote(db, { id })) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { note } = await load(await pageId(params));
  return { title: (await getTranslations('credits.show'))('titleOf', { number: note.number }) };
}

export default async function GuestCreditNotePage({ params }: Props) {
  const { guest, note } = await load(await pageId(params));
  const { id, number, invoiceId, invoiceNumber, projectName } = note;
  noteVisit(guest, { place: 'invoices', recordId: id, name: number });
  const [list, t] = await Promise.all([getTranslations('guests.section'), getTranslations('credits.show')]);
  return (
    <>
      <PageHeader
        title={t('titleOf', { number })}
        trail={[
          { href: paths.guest.invoices, label: list('invoices') },
          { href: paths.guest.invoice(invoiceId), label: t('invoice', { number: invoiceNumber }) },
        ]}
        eyebrow={projectName}
      />
      <CreditAmount note={note}>
        <a href={paths.guest.creditNotePdf(id)} className={buttonClass('secondary')} download>
          {t('download')}
        </a>
      </CreditAmount>
      <CreditNotePaper note={note} />
    </>
  );
}
