import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Facts } from '@/components/ui/facts';
import { type Day, formatDay, formatDistance } from '@/lib/format';
import { isFinished } from '@/lib/projects/rule';
import type { PortalProject } from '@/lib/projects/schemas';

type Props = { project: PortalProject; today: Day };

/** Address, dates and completed phases of a project. */
export function ClientProjectFacts({ project, today }: Props) {
  const t = useTranslations('client.project');
  const locale = useLocale();
  const { address, startsOn, endsOn, phases } = project;
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
  return <Facts columns={2} facts={facts.filter(({ value }) => value !== false)} />;
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
