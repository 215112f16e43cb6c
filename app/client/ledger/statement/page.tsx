import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { clientPages } from '@/components/ledger/entry-pages';
import { mostShown, Statement } from '@/components/ledger/statement';
import { StatementSpan } from '@/components/ledger/statement-span';
import { buttonClass } from '@/components/ui/button';
import { CsvLink } from '@/components/ui/csv-link';
import { PageHeader } from '@/components/ui/page-header';
import { clientUser } from '@/lib/authz/guards';
import { today as todayIn } from '@/lib/dates';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { formatDays } from '@/lib/format';
import { relatedInvoices } from '@/lib/ledger/overview/queries';
import { statementPageFilter } from '@/lib/ledger/schemas';
import { getStatement } from '@/lib/ledger/statement/queries';
import { spanFrom } from '@/lib/ledger/statement/rule';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ledger.statement'))('title') };
}

export default async function ClientStatementPage({ searchParams }: PageProps<'/client/ledger/statement'>) {
  const me = await forPage(clientUser);
  const today = todayIn(me.tenant.timeZone);
  const span = spanFrom(await pageFilter(statementPageFilter, searchParams), today);
  const { statement, related } = await readPage(me, async (db) => {
    const statement = await getStatement(db, me.clientId, span, me.tenant.timeZone);
    return { statement, related: await relatedInvoices(db, statement.entries.slice(0, mostShown)) };
  });
  const [t, list, locale] = await Promise.all([
    getTranslations('ledger.statement'),
    getTranslations('ledger.client'),
    getLocale(),
  ]);
  const asked = { date_from: span.dateFrom, date_to: span.dateTo };
  return (
    <div className="max-w-page">
      <PageHeader
        title={t('title')}
        trail={[{ href: paths.client.ledger, label: list('title') }]}
        eyebrow={`${me.tenant.name} · ${statement.clientName}`}
        lead={formatDays(span.dateFrom, span.dateTo, locale, 'long')}
        actions={
          <>
            <a href={paths.files.statement('pdf', asked)} className={buttonClass('secondary')} download>
              {t('pdf')}
            </a>
            <CsvLink href={paths.files.statement('csv', asked)} />
          </>
        }
      />
      <StatementSpan address={paths.client.statement()} {...span} today={today} />
      <Statement statement={statement} related={related} pages={clientPages} />
    </div>
  );
}
