import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { InvoiceRows } from '@/components/invoices/invoice-rows';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { today as todayIn } from '@/lib/dates';
import { forGuest, noteVisit, readGuestPage } from '@/lib/doors/guest';
import { pageFilter } from '@/lib/doors/page';
import { guestInvoiceOrder, listGuestInvoices } from '@/lib/guests/shown/queries';
import { pageQuery } from '@/lib/paging';
import { paths, withQuery } from '@/lib/paths';

const listPage = pageQuery(guestInvoiceOrder);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('guests.section'))('invoices') };
}

export default async function GuestInvoicesPage({ searchParams }: PageProps<'/guest/invoices'>) {
  const guest = await forGuest('invoices');
  const filter = await pageFilter(listPage, searchParams);
  const today = todayIn(guest.tenant.timeZone);
  const invoices = await readGuestPage(guest, (db) => listGuestInvoices(db, filter, today));
  noteVisit(guest, { place: 'invoices' });
  const t = await getTranslations('guests');
  return (
    <>
      <PageHeader title={t('section.invoices')} />
      {invoices.data.length === 0 ? (
        <p className="text-ink-soft">{t('shown.empty')}</p>
      ) : (
        <InvoiceRows invoices={invoices.data} today={today} hrefOf={paths.guest.invoice} />
      )}
      <Pagination
        firstHref={filter.cursor ? paths.guest.invoices : null}
        nextHref={invoices.nextCursor ? withQuery(paths.guest.invoices, { cursor: invoices.nextCursor }) : null}
      />
    </>
  );
}
