import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BalanceHead } from '@/components/ledger/balance-head';
import { EntryRows } from '@/components/ledger/entry-rows';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { forGuest, noteVisit, readGuestPage } from '@/lib/doors/guest';
import { pageFilter } from '@/lib/doors/page';
import { getGuestBalance } from '@/lib/guests/shown/queries';
import { relatedInvoices } from '@/lib/ledger/overview/queries';
import { listEntries } from '@/lib/ledger/queries';
import { postingOrder } from '@/lib/ledger/schemas';
import { pageQuery } from '@/lib/paging';
import { paths, withQuery } from '@/lib/paths';

const listPage = pageQuery(postingOrder);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('guests.section'))('account') };
}

export default async function GuestAccountPage({ searchParams }: PageProps<'/guest/account'>) {
  const guest = await forGuest('account');
  const filter = await pageFilter(listPage, searchParams);
  const { page, balance, related } = await readGuestPage(guest, async (db) => {
    const page = await listEntries(db, guest.clientId, filter);
    const related = guest.sections.includes('invoices') ? await relatedInvoices(db, page.data) : [];
    return { page, related, balance: await getGuestBalance(db) };
  });
  // The account is of all projects: an entry leads to a bill only where the pass shows it.
  const isShown = (id: string) => related.some(({ entryId }) => entryId === id);
  const entries = page.data.map((entry) => (isShown(entry.id) ? entry : { ...entry, creditNoteId: null }));
  noteVisit(guest, { place: 'account' });
  const t = await getTranslations('guests');
  return (
    <>
      <PageHeader title={t('section.account')} />
      {balance ? (
        <>
          <BalanceHead balanceMinor={balance.balanceMinor} currency={balance.currency} />
          <EntryRows currency={balance.currency} entries={entries} related={related} pages={paths.guest} />
        </>
      ) : (
        <p className="text-ink-soft">{t('shown.empty')}</p>
      )}
      <Pagination
        firstHref={filter.cursor ? paths.guest.account : null}
        nextHref={page.nextCursor ? withQuery(paths.guest.account, { cursor: page.nextCursor }) : null}
      />
    </>
  );
}
