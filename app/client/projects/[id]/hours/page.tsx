import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { ClientHours } from '@/components/hours/client-hours';
import { ProjectHead } from '@/components/projects/project-head';
import { EmptyState } from '@/components/ui/empty-state';
import { clientUser } from '@/lib/authz/guards';
import { today as todayIn } from '@/lib/dates';
import { forPage, pageFilter, pageId, readPage } from '@/lib/doors/page';
import { spanned } from '@/lib/ledger/statement/rule';
import { paths } from '@/lib/paths';
import { getProject } from '@/lib/projects/queries';
import { listEntries, summariseEntries } from '@/lib/time/queries';
import { timeFilter } from '@/lib/time/schemas';

type Props = PageProps<'/client/projects/[id]/hours'>;

const ofProject = timeFilter.omit({ projectId: true });

/** Cached per request: the page and its title share one read. */
const load = cache(async (id: string, dateFrom?: string, dateTo?: string, cursor?: string, limit = 50) => {
  const me = await forPage(clientUser);
  const filter = { projectId: id, dateFrom, dateTo, cursor, limit };
  const read = await readPage(me, async (db) => ({
    project: await getProject(db, { id }),
    page: await listEntries(db, filter),
    summary: await summariseEntries(db, filter, 'client'),
  }));
  return { me, filter, ...read };
});

async function loadPage({ params, searchParams }: Props) {
  const [id, asked] = await Promise.all([pageId(params), pageFilter(ofProject, searchParams)]);
  const { dateFrom, dateTo, cursor, limit } = spanned(asked);
  return load(id, dateFrom, dateTo, cursor, limit);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations('projects.tabs');
  return { title: `${t('hours')} · ${(await loadPage(props)).project.name}` };
}

export default async function ClientProjectHoursPage(props: Props) {
  const { me, filter, project, page, summary } = await loadPage(props);
  const t = await getTranslations('hours.client');
  const { name: tenant, timeZone } = me.tenant;
  const isEmpty = summary.totals.count === 0 && !filter.dateFrom && !filter.dateTo;
  return (
    <div className="max-w-page">
      <ProjectHead project={project} viewer="client" current="hours" />
      {isEmpty ? (
        <EmptyState title={t('empty.title')}>{t('empty.text', { tenant })}</EmptyState>
      ) : (
        <ClientHours
          address={paths.client.project.hours(project.id)}
          {...{ filter, page, summary }}
          today={todayIn(timeZone)}
        />
      )}
    </div>
  );
}
