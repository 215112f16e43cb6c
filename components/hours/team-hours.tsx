import { useTranslations } from 'next-intl';
import { EntryTable } from '@/components/hours/entry-table';
import { HoursOverview } from '@/components/hours/hours-overview';
import { SpanLinks } from '@/components/hours/span-links';
import { CsvLink } from '@/components/ui/csv-link';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pagination } from '@/components/ui/pagination';
import { Section } from '@/components/ui/section';
import type { Choice, Choices } from '@/lib/choices';
import type { Page } from '@/lib/paging';
import { paths, withQuery } from '@/lib/paths';
import { hourSpan } from '@/lib/time/rule';
import type { TeamTimeEntry, TeamTimeFilter, TimeSummary } from '@/lib/time/schemas';
import type { HourChoices } from '@/lib/time/timers/schemas';

type Props = {
  address: string;
  filter: TeamTimeFilter;
  /** The query of everything: the page shows this month without a query. */
  all: Record<string, string>;
  isAll: boolean;
  today: string;
  page: Page<TeamTimeEntry>;
  summary: TimeSummary;
  /** The choices of the filter; without projects on the page of one. */
  choices: Partial<Pick<HourChoices, 'projects' | 'people'>>;
};

/** The hours of the business with their filter, sums, chart and splits, and as CSV. */
export function TeamHours({ address, filter, all, isAll, today, page, summary, choices }: Props) {
  const t = useTranslations('hours');
  const { projectId, userId, billed, dateFrom, dateTo, cursor } = filter;
  const ofProject = choices.projects && { project_id: projectId };
  const chosen = { ...ofProject, user_id: userId, billed };
  const kept = { ...chosen, ...(isAll ? all : { date_from: dateFrom, date_to: dateTo }) };
  const file = { project_id: projectId, user_id: userId, billed, date_from: dateFrom, date_to: dateTo };
  const month = hourSpan('thisMonth', today);
  const isThisMonth = dateFrom === month.dateFrom && dateTo === month.dateTo;
  const isNarrowed = Boolean(chosen.project_id || userId || billed) || !(isAll || isThisMonth);
  const billing = [
    { id: 'no', name: t('filter.unbilled') },
    { id: 'yes', name: t('filter.billed') },
  ];
  const select = (
    name: string,
    label: string,
    allOf: string,
    value: string | undefined,
    options: readonly Choice[] | Choices,
  ) => ({
    ...{ name, label, all: allOf, value, options },
  });
  return (
    <>
      <FilterBar
        address={address}
        choices={[
          ...(choices.projects
            ? [select('project_id', t('column.project'), t('filter.allProjects'), projectId, choices.projects)]
            : []),
          ...(choices.people
            ? [select('user_id', t('column.person'), t('filter.everybody'), userId, choices.people)]
            : []),
          select('billed', t('filter.billing'), t('filter.allBilling'), billed, billing),
        ]}
        dates={[
          { name: 'date_from', label: t('filter.from'), value: dateFrom },
          { name: 'date_to', label: t('filter.to'), value: dateTo },
        ]}
        keep={isAll ? all : {}}
        clearable={isNarrowed}
        className="mb-3"
      />
      <SpanLinks address={address} filter={chosen} {...{ dateFrom, dateTo, today, all }} />
      {summary.totals.count === 0 ? (
        <EmptyState title={t('none.title')} />
      ) : (
        <>
          <HoursOverview
            summary={summary}
            personHref={(id) => withQuery(address, { ...kept, user_id: id })}
            {...(choices.projects && { projectHref: (id: string) => withQuery(address, { ...kept, project_id: id }) })}
          />
          <Section title={t('entries')} aside={<CsvLink href={paths.files.hoursCsv('admin', file)} />}>
            <EntryTable entries={page.data} showProject={choices.projects !== undefined} />
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
