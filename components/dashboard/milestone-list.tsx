import { useLocale, useTranslations } from 'next-intl';
import { DayLeaf } from '@/components/dashboard/day-leaf';
import { Badge } from '@/components/ui/badge';
import { PlainLink } from '@/components/ui/text-link';
import type { Milestone } from '@/lib/dashboard/schemas';
import { type Day, formatDistance } from '@/lib/format';
import { paths } from '@/lib/paths';

/** `showProject` is set when the client has several projects. */
type Props = { milestones: readonly Milestone[]; today: Day; showProject: boolean };

/** Upcoming milestones, earliest first; overdue ones are marked. */
export function MilestoneList({ milestones, today, showProject }: Props) {
  const t = useTranslations('client.home.milestones');
  const locale = useLocale();
  if (milestones.length === 0) return <p className="text-ink-soft">{t('empty')}</p>;
  return (
    <ol className="space-y-5">
      {milestones.map(({ phaseId, phaseName, projectId, projectName, dueOn, isOverdue }) => (
        <li key={phaseId} className="group relative flex items-start gap-4">
          <DayLeaf day={dueOn} late={isOverdue} />
          <div className="min-w-0 flex-1 pt-0.5">
            <p className="font-medium leading-snug">
              <PlainLink href={paths.client.project.show(projectId)} className="two-lines cover">
                {phaseName}
              </PlainLink>
            </p>
            {showProject && <p className="two-lines text-sm text-ink-soft">{projectName}</p>}
            <p className="mt-0.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-faint">
              {t('due', { distance: formatDistance(dueOn, today, locale) })}
              {isOverdue && <Badge tone="warn">{t('overdue')}</Badge>}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
