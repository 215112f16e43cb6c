import { useLocale, useTranslations } from 'next-intl';
import { ProgressRing } from '@/components/charts/progress-ring';
import { usePhaseWords } from '@/components/projects/phase-words';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { Facts } from '@/components/ui/facts';
import { type Day, formatDay, formatDistance } from '@/lib/format';
import { isFinished } from '@/lib/projects/rule';
import type { PortalProject } from '@/lib/projects/schemas';

type Props = { project: PortalProject & { description: string | null }; today: Day };

/** Progress, address, dates and description of a project. */
export function ProjectOverview({ project, today }: Props) {
  const t = useTranslations('client.project');
  const locale = useLocale();
  const phaseWords = usePhaseWords();
  const { name, progress, address, startsOn, endsOn, phases, description } = project;
  const done = phases.filter(({ status }) => status === 'completed').length;
  const finished = isFinished(project);
  const facts = [
    { label: t('facts.address'), value: address },
    { label: t('facts.start'), value: startsOn && formatDay(startsOn, locale, 'long') },
    {
      label: finished ? t('facts.ended') : t('facts.end'),
      value: endsOn && <EndDate day={endsOn} today={today} open={!finished} />,
    },
    { label: t('facts.phases'), value: phases.length > 0 && t('doneOf', { done, count: phases.length }) },
  ];
  return (
    <>
      <Card className="flex flex-col items-center gap-7 sm:flex-row sm:gap-10 sm:p-9">
        <ProgressRing size="large" percent={progress} label={name} />
        <div className="w-full min-w-0 flex-1">
          {!finished && phaseWords(project) && (
            <p className="mb-6 text-balance font-serif text-2xl max-sm:text-center">{phaseWords(project)}</p>
          )}
          <Facts columns={2} facts={facts.filter(({ value }) => value !== false)} />
        </div>
      </Card>
      {description && <p className="mt-8 max-w-prose whitespace-pre-line text-lg leading-relaxed">{description}</p>}
    </>
  );
}

function EndDate({ day, today, open }: { day: Day; today: Day; open: boolean }) {
  const t = useTranslations('client.project');
  const locale = useLocale();
  const late = open && day < today;
  return (
    <>
      {formatDay(day, locale, 'long')}
      {open && <span className="block text-sm text-ink-soft">{formatDistance(day, today, locale)}</span>}
      {late && (
        <Badge tone="warn" className="mt-1.5">
          {t('late')}
        </Badge>
      )}
    </>
  );
}
