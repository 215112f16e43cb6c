import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { checkAccountAction } from '@/app/admin/ledger/actions';
import { BalanceCurve } from '@/components/charts/balance-curve';
import { AllEntries } from '@/components/ledger/all-entries';
import { BalanceHead } from '@/components/ledger/balance-head';
import { CheckPanel } from '@/components/ledger/check-panel';
import { EntryFilter } from '@/components/ledger/entry-filter';
import { teamPages } from '@/components/ledger/entry-pages';
import { EntryRows } from '@/components/ledger/entry-rows';
import { EntrySums } from '@/components/ledger/entry-sums';
import { LedgerTabs } from '@/components/ledger/ledger-tabs';
import { CsvLink } from '@/components/ui/csv-link';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { adminUser } from '@/lib/authz/guards';
import { listClientChoices, listClientNames } from '@/lib/clients/queries';
import { today as todayIn } from '@/lib/dates';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { balanceOf } from '@/lib/ledger/columns';
import { teamLedger } from '@/lib/ledger/overview/team-queries';
import { teamLedgerFilter, withOwnCursor } from '@/lib/ledger/schemas';
import { spanned } from '@/lib/ledger/statement/rule';
import { paths, withQuery } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ledger'))('title') };
}

export default async function LedgerPage({ searchParams }: PageProps<'/admin/ledger'>) {
  const me = await forPage(adminUser);
  const filter = withOwnCursor(spanned(await pageFilter(teamLedgerFilter, searchParams)));
  const { page, sums, account, clients, names } = await readPage(me, async (db) => {
    const ledger = await teamLedger(db, filter);
    const ids = filter.partyId ? [] : ledger.page.data.map(({ partyId }) => partyId);
    return {
      ...ledger,
      clients: await listClientChoices(db, filter.partyId),
      names: ids.length > 0 ? await listClientNames(db, ids) : new Map<string, string>(),
    };
  });
  const t = await getTranslations('ledger');
  const { partyId, entryType, dateFrom, dateTo, cursor } = filter;
  const kept = { party_id: partyId, entry_type: entryType, date_from: dateFrom, date_to: dateTo };
  const list = paths.admin.ledger();
  const isFiltered = Boolean(entryType || dateFrom || dateTo);
  const client = clients.options.find(({ id }) => id === partyId);
  const files = <CsvLink href={paths.files.ledgerCsv('admin', kept)} />;
  return (
    <>
      <PageHeader
        title={client?.name ?? t('title')}
        {...(client && { trail: [{ href: list, label: t('title') }] })}
        actions={
          <LinkButton href={paths.admin.postEntry(partyId ? { party_id: partyId } : {})} look="primary">
            {t('post.title')}
          </LinkButton>
        }
      />
      {!account && <LedgerTabs current="entries" />}
      {account && partyId && (
        <>
          <BalanceHead balanceMinor={balanceOf(account)} currency={account.currency}>
            <LinkButton href={paths.admin.statement(partyId)}>{t('statement.title')}</LinkButton>
            {files}
          </BalanceHead>
          <div className="mb-8">
            <BalanceCurve
              points={account.curve}
              currency={account.currency}
              today={todayIn(me.tenant.timeZone)}
              label={t('curve')}
            />
          </div>
        </>
      )}
      <EntryFilter address={list} filter={filter} accounts={{ value: partyId, options: clients }} />
      {page.data.length > 0 ? (
        <>
          <div className="mb-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
            <div className="*:last:mb-0">
              <EntrySums sums={sums} />
            </div>
            {!account && files}
          </div>
          {account ? (
            <EntryRows currency={account.currency} entries={page.data} related={account.related} pages={teamPages} />
          ) : (
            <AllEntries entries={page.data} names={names} />
          )}
        </>
      ) : (
        <EmptyState title={t(isFiltered ? 'none.title' : 'none.yet')} icon={<Icon name="scale" />} />
      )}
      <Pagination
        firstHref={cursor ? withQuery(list, kept) : null}
        nextHref={page.nextCursor ? withQuery(list, { ...kept, cursor: page.nextCursor }) : null}
      />
      {account && partyId && (
        <CheckPanel
          clientId={partyId}
          check={account.check}
          timeZone={me.tenant.timeZone}
          action={checkAccountAction}
        />
      )}
    </>
  );
}
