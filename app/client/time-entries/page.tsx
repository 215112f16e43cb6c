import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientHours } from '@/components/hours/client-hours';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { PageHeader } from '@/components/ui/page-header';
import { clientUser } from '@/lib/authz/guards';
import { today as todayIn } from '@/lib/dates';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { notFound } from '@/lib/errors';
import { spanned } from '@/lib/ledger/statement/rule';
import { paths } from '@/lib/paths';
import { listProjectChoices } from '@/lib/projects/queries';
import { listEntries, summariseEntries } from '@/lib/time/queries';
import { timeFilter } from '@/lib/time/schemas';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('hours'))('title') };
}

export default async function ClientHoursPage({ searchParams }: PageProps<'/client/time-entries'>) {
  const me = await forPage(clientUser);
  const filter = spanned(await pageFilter(timeFilter, searchParams));
  const { page, summary, projects } = await readPage(me, async (db) => {
    const choices = await listProjectChoices(db, { having: 'hours' });
    if (filter.projectId && !choices.some(({ id }) => id === filter.projectId)) throw notFound();
    return {
      ...{ projects: choices, page: await listEntries(db, filter) },
      summary: await summariseEntries(db, filter, 'client'),
    };
  });
  const t = await getTranslations('hours');
  const { name: tenant, timeZone } = me.tenant;
  return (
    <div className="max-w-4xl">
      <PageHeader title={t('title')} lead={t('client.lead', { tenant })} />
      {projects.length === 0 ? (
        <EmptyState icon={<Icon name="clock" />} title={t('client.empty.title')}>
          {t('client.empty.text', { tenant })}
        </EmptyState>
      ) : (
        <ClientHours
          address={paths.client.timeEntries()}
          {...{ filter, page, summary, projects }}
          today={todayIn(timeZone)}
        />
      )}
    </div>
  );
}
