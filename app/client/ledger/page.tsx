import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BalanceCurve } from '@/components/charts/balance-curve';
import { BalanceHead, StickyBalance } from '@/components/ledger/balance-head';
import { EntryFilter } from '@/components/ledger/entry-filter';
import { clientPages } from '@/components/ledger/entry-pages';
import { EntryRows } from '@/components/ledger/entry-rows';
import { EntrySums } from '@/components/ledger/entry-sums';
import { CsvLink } from '@/components/ui/csv-link';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { clientUser } from '@/lib/authz/guards';
import { today as todayIn } from '@/lib/dates';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { balanceOf } from '@/lib/ledger/columns';
import { balanceCurve, relatedInvoices } from '@/lib/ledger/overview/queries';
import { getAccount, listEntries } from '@/lib/ledger/queries';
import { ledgerFilter } from '@/lib/ledger/schemas';
import { spanned } from '@/lib/ledger/statement/rule';
import { paths, withQuery } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ledger.client'))('title') };
}

export default async function ClientLedgerPage({ searchParams }: PageProps<'/client/ledger'>) {
  const me = await forPage(clientUser);
  const filter = spanned(await pageFilter(ledgerFilter, searchParams));
  const { page, account, curve, related } = await readPage(me, async (db) => {
    const page = await listEntries(db, me.clientId, filter);
    return {
      page,
      account: await getAccount(db, me.clientId, filter),
      curve: await balanceCurve(db, me.clientId),
      related: await relatedInvoices(db, page.data),
    };
  });
  const [t, ledger] = await Promise.all([getTranslations('ledger.client'), getTranslations('ledger')]);
  const { entryType, dateFrom, dateTo, cursor } = filter;
  const { currency, matching } = account;
  const balanceMinor = balanceOf(account);
  const kept = { entry_type: entryType, date_from: dateFrom, date_to: dateTo };
  const isEmpty = curve.length === 0;
  return (
    <div className="max-w-page">
      <PageHeader title={t('title')} lead={t('lead', { tenant: me.tenant.name })} />
      {isEmpty ? (
        <EmptyState title={t('empty.title')} icon={<Icon name="scale" />}>
          {t('empty.text', { tenant: me.tenant.name })}
        </EmptyState>
      ) : (
        <>
          <BalanceHead balanceMinor={balanceMinor} currency={currency}>
            <LinkButton href={paths.client.statement()}>{ledger('statement.title')}</LinkButton>
            <CsvLink href={paths.files.ledgerCsv('client', kept)} />
          </BalanceHead>
          <div className="mb-10">
            <BalanceCurve
              points={curve}
              currency={currency}
              today={todayIn(me.tenant.timeZone)}
              label={ledger('curve')}
            />
          </div>
          <EntryFilter address={paths.client.ledger} filter={filter} />
          {page.data.length > 0 ? (
            <>
              <EntrySums sums={[{ ...matching, currency }]} />
              <StickyBalance balanceMinor={balanceMinor} currency={currency} />
              <EntryRows currency={currency} entries={page.data} related={related} pages={clientPages} asks />
            </>
          ) : (
            <EmptyState title={ledger('none.title')} />
          )}
        </>
      )}
      <Pagination
        firstHref={cursor ? withQuery(paths.client.ledger, kept) : null}
        nextHref={page.nextCursor ? withQuery(paths.client.ledger, { ...kept, cursor: page.nextCursor }) : null}
      />
    </div>
  );
}
