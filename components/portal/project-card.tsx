import { useLocale, useTranslations } from 'next-intl';
import { ProgressRing } from '@/components/charts/progress-ring';
import { PhaseStrip } from '@/components/portal/phase-strip';
import { usePhaseWords } from '@/components/portal/phase-words';
import { ProjectStatusBadge } from '@/components/projects/project-status-badge';
import { Card } from '@/components/ui/card';
import { PlainLink } from '@/components/ui/text-link';
import { type Day, formatDay, formatDistance } from '@/lib/format';
import { paths } from '@/lib/paths';
import type { PortalProject } from '@/lib/portal/portal-data';

/** A project that goes on: how far it is, what is being done now, and until when. The whole card leads to it. */
export function ProjectCard({ project, today }: { project: PortalProject; today: Day }) {
  const t = useTranslations('client.project');
  const locale = useLocale();
  const phaseWords = usePhaseWords();
  const { name, status, progress, phases, startsOn, endsOn } = project;
  const done = phases.filter((phase) => phase.status === 'completed').length;
  const date = endsOn
    ? t('plannedEnd', { date: formatDay(endsOn, locale) })
    : startsOn && startsOn > today && t('starts', { date: formatDay(startsOn, locale) });
  return (
    <Card as="li" className="group relative transition-shadow hover:shadow-floating">
      <div className="flex items-center gap-5 sm:gap-7">
        <ProgressRing percent={progress} label={name} />
        <div className="min-w-0 flex-1">
          <h3 className="text-xl leading-snug [overflow-wrap:anywhere] sm:text-2xl">
            <PlainLink
              href={paths.client.project(project.id)}
              className="rounded-field after:absolute after:inset-0 after:rounded-card group-hover:text-accent-text"
            >
              {name}
            </PlainLink>
          </h3>
          <p className="mt-1 text-ink-soft">{phaseWords(project)}</p>
          {status !== 'active' && (
            <p className="mt-2.5">
              <ProjectStatusBadge status={status} />
            </p>
          )}
        </div>
      </div>
      {phases.length > 0 && (
        <div className="mt-6">
          <PhaseStrip phases={phases} />
          <p className="mt-2.5 flex flex-wrap justify-between gap-x-4 gap-y-0.5 text-sm text-ink-faint">
            <span>{t('doneOf', { done, count: phases.length })}</span>
            {date && (
              <span>
                {date}
                {endsOn && endsOn > today && ` · ${formatDistance(endsOn, today, locale)}`}
              </span>
            )}
          </p>
        </div>
      )}
    </Card>
  );
}
