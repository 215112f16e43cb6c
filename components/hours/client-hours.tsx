import { useTranslations } from 'next-intl';
import { EntryDays } from '@/components/hours/entry-days';
import { HoursOverview } from '@/components/hours/hours-overview';
import { SpanLinks } from '@/components/hours/span-links';
import { CsvLink } from '@/components/ui/csv-link';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar } from '@/components/ui/filter-bar';
import { LinkButton } from '@/components/ui/link-button';
import { Pagination } from '@/components/ui/pagination';
import { Section } from '@/components/ui/section';
import type { Page } from '@/lib/paging';
import { paths, withQuery } from '@/lib/paths';
import type { TimeEntry, TimeSummary } from '@/lib/time/schemas';

type Props = {
  address: string;
  filter: {
    projectId?: string | undefined;
    dateFrom?: string | undefined;
    dateTo?: string | undefined;
    cursor?: string | undefined;
  };
  today: string;
  page: Page<TimeEntry>;
  summary: TimeSummary;
  /** The projects to choose from; absent on the page of one project. */
  projects?: readonly { id: string; name: string }[];
};

/** The hours of a client with their filter, sums, chart and splits, and as CSV. */
export function ClientHours({ address, filter, today, page, summary, projects }: Props) {
  const t = useTranslations('hours');
  const { projectId, dateFrom, dateTo, cursor } = filter;
  const ofProject = projects && { project_id: projectId };
  const kept = { ...ofProject, date_from: dateFrom, date_to: dateTo };
  const dates = [
    { name: 'date_from', label: t('filter.from'), value: dateFrom },
    { name: 'date_to', label: t('filter.to'), value: dateTo },
  ];
  const choice = {
    ...{ name: 'project_id', label: t('column.project'), all: t('filter.allProjects') },
    ...{ value: projectId, options: projects ?? [] },
  };
  return (
    <>
      <FilterBar address={address} choices={projects ? [choice] : []} dates={dates} className="mb-3" />
      <SpanLinks address={address} filter={ofProject ?? {}} dateFrom={dateFrom} dateTo={dateTo} today={today} />
      {summary.totals.count === 0 ? (
        <EmptyState title={t('none.title')} action={<LinkButton href={address}>{t('none.clear')}</LinkButton>} />
      ) : (
        <>
          <HoursOverview
            summary={summary}
            {...(projects && { projectHref: (id: string) => withQuery(address, { ...kept, project_id: id }) })}
          />
          <Section
            title={t('entries')}
            aside={<CsvLink href={paths.files.hoursCsv('client', { ...kept, project_id: projectId })} />}
          >
            <EntryDays entries={page.data} showProject={projects !== undefined && projects.length > 1 && !projectId} />
          </Section>
        </>
      )}
      <Pagination
        firstHref={cursor ? withQuery(address, kept) : null}
        nextHref={page.nextCursor ? withQuery(address, { ...kept, cursor: page.nextCursor }) : null}
      />
    </>
  );
}
