import { useTranslations } from 'next-intl';
import { HourBars } from '@/components/charts/hour-bars';
import { HoursSplit } from '@/components/hours/hours-split';
import { HoursSums } from '@/components/hours/hours-sums';
import type { TimeSummary } from '@/lib/time/schemas';

type Props = {
  summary: TimeSummary;
  personHref?: (id: string) => string;
  /** Absent where all hours are of one project. */
  projectHref?: (id: string) => string;
};

/** Sums, chart and splits of all hours that match. */
export function HoursOverview({ summary, personHref, projectHref }: Props) {
  const t = useTranslations('hours');
  const { totals, unit, spans, people, projects } = summary;
  return (
    <>
      <HoursSums totals={totals} />
      <HourBars unit={unit} spans={spans} />
      <div className="mb-10 grid gap-x-14 gap-y-8 empty:hidden sm:grid-cols-2">
        <HoursSplit title={t('byPerson')} parts={people} {...(personHref && { href: personHref })} />
        {projectHref && <HoursSplit title={t('byProject')} parts={projects} href={projectHref} />}
      </div>
    </>
  );
}
