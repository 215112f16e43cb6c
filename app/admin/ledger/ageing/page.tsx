import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MonthBars } from '@/components/charts/month-bars';
import { AgeingByClient } from '@/components/ledger/ageing-by-client';
import { AgeingTable } from '@/components/ledger/ageing-table';
import { LedgerTabs } from '@/components/ledger/ledger-tabs';
import { CsvLink } from '@/components/ui/csv-link';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Section } from '@/components/ui/section';
import { adminUser } from '@/lib/authz/guards';
import { today as todayIn } from '@/lib/dates';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { cashByMonth, listAgeing, sumAgeing } from '@/lib/ledger/ageing/queries';
import { cashOf } from '@/lib/ledger/ageing/rule';
import { ageingFilter } from '@/lib/ledger/ageing/schemas';
import { paths, withQuery } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ledger.receivables'))('title') };
}

export default async function AgeingPage({ searchParams }: PageProps<'/admin/ledger/ageing'>) {
  const me = await forPage(adminUser);
  const filter = await pageFilter(ageingFilter, searchParams);
  const today = todayIn(me.tenant.timeZone);
  const { page, totals, cash } = await readPage(me, async (db) => ({
    page: await listAgeing(db, filter, today),
    totals: await sumAgeing(db, today),
    cash: await cashByMonth(db, today),
  }));
  const [t, ledger] = await Promise.all([getTranslations('ledger.receivables'), getTranslations('ledger')]);
  return (
    <>
      <PageHeader
        title={ledger('title')}
        actions={
          <>
            <LinkButton href={withQuery(paths.admin.invoices.list, { status: 'overdue' })}>{t('overdue')}</LinkButton>
            <CsvLink href={paths.files.ageingCsv} />
          </>
        }
      />
      <LedgerTabs current="ageing" />
      {totals.length === 0 && (
        <EmptyState title={t('empty')} icon={<Icon name="scale" />}>
          {t('emptyText')}
        </EmptyState>
      )}
      {totals.map((total) => (
        <Section
          key={total.currency}
          title={totals.length > 1 ? `${t('open')} · ${total.currency}` : t('open')}
          lead={t('clients', { count: total.count })}
        >
          <AgeingTable ageing={total} currency={total.currency} />
        </Section>
      ))}
      {page.data.length > 0 && (
        <Section title={t('byClient')}>
          <AgeingByClient rows={page.data} />
          <Pagination
            firstHref={filter.cursor ? paths.admin.ageing : null}
            nextHref={page.nextCursor ? withQuery(paths.admin.ageing, { cursor: page.nextCursor }) : null}
          />
        </Section>
      )}
      {cashOf(cash, today).map(({ currency, months }) => (
        <Section key={currency} title={t('cash')} lead={t('cashLead', { currency })}>
          <MonthBars months={months} currency={currency} label={t('cash')} />
        </Section>
      ))}
    </>
  );
}
