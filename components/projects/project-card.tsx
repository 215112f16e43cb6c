import { useLocale, useTranslations } from 'next-intl';
import { ProgressRing } from '@/components/charts/progress-ring';
import { PhaseStrip } from '@/components/projects/phase-strip';
import { usePhaseWords } from '@/components/projects/phase-words';
import { ProjectStatusBadge } from '@/components/projects/project-status-badge';
import { Card } from '@/components/ui/card';
import { PlainLink } from '@/components/ui/text-link';
import { type Day, formatDay, formatDistance } from '@/lib/format';
import { paths } from '@/lib/paths';
import type { PortalProject } from '@/lib/projects/schemas';

type Props = { project: PortalProject; today: Day };

/** A current project with its progress, its current phase and its planned end. The whole card is a link. */
export function ProjectCard({ project, today }: Props) {
  const now = usePhaseWords()(project);
  const { id, name, status, progress, phases } = project;
  return (
    <Card as="li" className="group relative hover:shadow-floating">
      <div className="flex items-center gap-5 sm:gap-7">
        <ProgressRing percent={progress} label={name} />
        <div className="min-w-0 flex-1">
          <h3 className="text-xl leading-snug sm:text-2xl">
            <PlainLink href={paths.client.project.show(id)} className="two-lines cover">
              {name}
            </PlainLink>
          </h3>
          {now && <p className="two-lines mt-1 text-ink-soft">{now}</p>}
          {status !== 'active' && (
            <p className="mt-2.5">
              <ProjectStatusBadge status={status} />
            </p>
          )}
        </div>
      </div>
      <div className="mt-6 space-y-2.5">
        <PhaseStrip phases={phases.map(({ percent, weight }) => [percent, weight] as const)} />
        <CardFoot project={project} today={today} />
      </div>
    </Card>
  );
}

/** The number of completed phases, and one date: the planned end, otherwise a future start. */
function CardFoot({ project: { phases, startsOn, endsOn }, today }: Props) {
  const t = useTranslations('client.project');
  const locale = useLocale();
  const done = phases.filter(({ status }) => status === 'completed').length;
  const day = endsOn ?? (startsOn && startsOn > today ? startsOn : null);
  const date = day && formatDay(day, locale);
  return (
    <p className="flex flex-wrap justify-between gap-x-4 gap-y-0.5 text-sm text-ink-faint">
      {phases.length > 0 && <span>{t('doneOf', { done, count: phases.length })}</span>}
      {day && date && (
        <span className={endsOn && endsOn < today ? 'text-warn' : undefined}>
          {endsOn ? t('plannedEnd', { date }) : t('starts', { date })}
          {` · ${formatDistance(day, today, locale)}`}
        </span>
      )}
    </p>
  );
}
