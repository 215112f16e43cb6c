import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { InvoiceAmount } from '@/components/invoices/invoice-amount';
import { InvoiceLines } from '@/components/invoices/invoice-lines';
import { InvoiceParties } from '@/components/invoices/invoice-parties';
import { InvoiceStatusBadge } from '@/components/invoices/invoice-status-badge';
import { InvoiceTotals } from '@/components/invoices/invoice-totals';
import { Alert } from '@/components/ui/alert';
import { buttonClass } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { today as todayIn } from '@/lib/dates';
import { forGuest, noteVisit, readGuestPage } from '@/lib/doors/guest';
import { pageId } from '@/lib/doors/page';
import { getInvoice } from '@/lib/invoices/queries';
import type { Settlement } from '@/lib/invoices/schemas';
import { paths } from '@/lib/paths';

type Props = PageProps<'/guest/invoices/[id]'>;

/** Cached per request: the page and its title share one read. */
const load = cache(async (id: string) => {
  const guest = await forGuest('invoices');
  const today = todayIn(guest.tenant.timeZone);
  return { guest, today, invoice: await readGuestPage(guest, (db) => getInvoice(db, { id }, today, 'guest')) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { invoice } = await load(await pageId(params));
  return { title: (await getTranslations('invoices.show'))('titleOf', { number: invoice.number ?? '' }) };
}

const settlementHref = ({ kind, id }: Settlement) => (kind === 'credit_note' ? paths.guest.creditNote(id) : null);

export default async function GuestInvoicePage({ params }: Props) {
  const { guest, today, invoice } = await load(await pageId(params));
  const { id, number, projectName, notes, status } = invoice;
  noteVisit(guest, { place: 'invoices', recordId: id, name: number ?? '' });
  const [list, t] = await Promise.all([getTranslations('guests.section'), getTranslations('invoices.show')]);
  return (
    <>
      <PageHeader
        title={t('titleOf', { number: number ?? '' })}
        trail={[{ href: paths.guest.invoices, label: list('invoices') }]}
        eyebrow={projectName}
        badge={<InvoiceStatusBadge invoice={invoice} today={today} />}
      />
      <InvoiceAmount invoice={invoice}>
        <a href={paths.guest.invoicePdf(id)} className={buttonClass('secondary')} download>
          {t('download')}
        </a>
      </InvoiceAmount>
      {status === 'void' && <Alert className="mb-8">{t('isVoid', { reason: invoice.voidReason ?? '' })}</Alert>}
      <InvoiceParties issuer={invoice.issuer} recipient={invoice.recipient} />
      <InvoiceLines invoice={invoice} />
      <InvoiceTotals invoice={invoice} hrefOf={settlementHref} />
      {notes && <p className="mt-8 max-w-prose whitespace-pre-line">{notes}</p>}
    </>
  );
}
