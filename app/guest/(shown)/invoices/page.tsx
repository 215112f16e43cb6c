import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { List, ListRow } from '@/components/ui/list';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { forGuest, noteVisit, readGuestPage } from '@/lib/doors/guest';
import { pageFilter } from '@/lib/doors/page';
import { formatDay, formatMoney } from '@/lib/format';
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
  const invoices = await readGuestPage(guest, (db) => listGuestInvoices(db, filter));
  noteVisit(guest, { place: 'invoices' });
  const [t, badge, locale] = await Promise.all([
    getTranslations('guests'),
    getTranslations('invoices.badge'),
    getLocale(),
  ]);
  return (
    <>
      <PageHeader title={t('section.invoices')} />
      {invoices.data.length === 0 && <p className="text-ink-soft">{t('shown.empty')}</p>}
      <List>
        {invoices.data.map(({ id, number, status, projectName, issuedOn, dueOn, currency, totalMinor, openMinor }) => {
          const isOpen = openMinor > 0n;
          const standing = isOpen
            ? t('shown.openAmount', { amount: formatMoney(openMinor, currency, locale) })
            : badge(status === 'void' ? 'void' : 'paid');
          const detail = [
            projectName,
            issuedOn && t('shown.issued', { date: formatDay(issuedOn, locale) }),
            isOpen && dueOn && t('shown.due', { date: formatDay(dueOn, locale) }),
            standing,
          ];
          return (
            <ListRow
              key={id}
              title={t('shown.invoice', { number: number ?? '' })}
              detail={detail.filter(Boolean).join(' · ')}
              end={<span className="numerals">{formatMoney(totalMinor, currency, locale)}</span>}
            />
          );
        })}
      </List>
      <Pagination
        firstHref={filter.cursor ? paths.guest.invoices : null}
        nextHref={invoices.nextCursor ? withQuery(paths.guest.invoices, { cursor: invoices.nextCursor }) : null}
      />
    </>
  );
}
