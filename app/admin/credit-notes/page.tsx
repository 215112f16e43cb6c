import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CreditNoteTable } from '@/components/credit-notes/credit-note-table';
import { Sums } from '@/components/payments/sums';
import { CsvLink } from '@/components/ui/csv-link';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar } from '@/components/ui/filter-bar';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { adminUser } from '@/lib/authz/guards';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { creditNoteFilter } from '@/lib/invoices/credit-notes/schemas';
import { listTeamCreditNotes, sumCreditNotes } from '@/lib/invoices/credit-notes/team-queries';
import { paths, withQuery } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('credits'))('title') };
}

export default async function CreditNotesPage({ searchParams }: PageProps<'/admin/credit-notes'>) {
  const me = await forPage(adminUser);
  const filter = await pageFilter(creditNoteFilter, searchParams);
  const { page, sums } = await readPage(me, async (db) => ({
    page: await listTeamCreditNotes(db, filter),
    sums: await sumCreditNotes(db, filter),
  }));
  const t = await getTranslations('credits');
  const { list } = paths.admin.creditNotes;
  const { clientId, invoiceId, search, cursor } = filter;
  const kept = { client_id: clientId, invoice_id: invoiceId };
  const address = (more: Record<string, string>) => withQuery(list, { ...kept, search, ...more });
  const lines = sums.map(({ currency, count, totalMinor }) => ({
    ...{ currency, parts: [{ label: t('sums', { count }), minor: totalMinor }] },
  }));
  const filtered = Boolean(clientId || invoiceId || search);
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={page.data.length > 0 && <CsvLink href={paths.files.moneyCsv('credit-notes', { ...kept, search })} />}
      />
      {(page.data.length > 0 || filtered) && (
        <FilterBar address={list} search={{ label: t('search'), value: search }} keep={kept} className="mb-6" />
      )}
      {page.data.length > 0 ? (
        <>
          <Sums sums={lines} />
          <CreditNoteTable notes={page.data} />
        </>
      ) : filtered ? (
        <EmptyState title={t('none.title')} action={<LinkButton href={list}>{t('none.clear')}</LinkButton>} />
      ) : (
        <EmptyState title={t('empty.title')} icon={<Icon name="file-minus-corner" />} action={<InvoicesLink />}>
          {t('empty.text')}
        </EmptyState>
      )}
      <Pagination
        firstHref={cursor ? address({}) : null}
        nextHref={page.nextCursor ? address({ cursor: page.nextCursor }) : null}
      />
    </>
  );
}

async function InvoicesLink() {
  const t = await getTranslations('invoices');
  return <LinkButton href={paths.admin.invoices.list}>{t('title')}</LinkButton>;
}
