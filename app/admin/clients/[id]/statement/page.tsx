import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { teamPages } from '@/components/ledger/entry-pages';
import { mostShown, Statement } from '@/components/ledger/statement';
import { StatementSpan } from '@/components/ledger/statement-span';
import { buttonClass } from '@/components/ui/button';
import { CsvLink } from '@/components/ui/csv-link';
import { PageHeader } from '@/components/ui/page-header';
import { adminUser } from '@/lib/authz/guards';
import { today as todayIn } from '@/lib/dates';
import { forPage, pageFilter, pageId, readPage } from '@/lib/doors/page';
import { formatDays } from '@/lib/format';
import { relatedInvoices } from '@/lib/ledger/overview/queries';
import { statementPageFilter } from '@/lib/ledger/schemas';
import { getStatement } from '@/lib/ledger/statement/queries';
import { spanFrom } from '@/lib/ledger/statement/rule';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ledger.statement'))('title') };
}

type Props = PageProps<'/admin/clients/[id]/statement'>;

export default async function TeamStatementPage({ params, searchParams }: Props) {
  const me = await forPage(adminUser);
  const id = await pageId(params);
  const { timeZone } = me.tenant;
  const today = todayIn(timeZone);
  const span = spanFrom(await pageFilter(statementPageFilter, searchParams), today);
  const { statement, related } = await readPage(me, async (db) => {
    const statement = await getStatement(db, id, span, timeZone);
    return { statement, related: await relatedInvoices(db, statement.entries.slice(0, mostShown)) };
  });
  const [t, ledger, locale] = await Promise.all([
    getTranslations('ledger.statement'),
    getTranslations('ledger'),
    getLocale(),
  ]);
  const asked = { date_from: span.dateFrom, date_to: span.dateTo };
  return (
    <>
      <PageHeader
        title={t('title')}
        trail={[
          { href: paths.admin.ledger(), label: ledger('title') },
          { href: paths.admin.ledger({ party_id: id }), label: statement.clientName },
        ]}
        eyebrow={`${me.tenant.name} · ${statement.clientName}`}
        lead={formatDays(span.dateFrom, span.dateTo, locale, 'long')}
        actions={
          <>
            <a href={paths.files.statement('pdf', asked, id)} className={buttonClass('secondary')} download>
              {t('pdf')}
            </a>
            <CsvLink href={paths.files.statement('csv', asked, id)} />
          </>
        }
      />
      <StatementSpan address={paths.admin.statement(id)} {...span} today={today} />
      <Statement statement={statement} related={related} pages={teamPages} />
    </>
  );
}
