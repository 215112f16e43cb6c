import { useLocale, useTranslations } from 'next-intl';
import { isLate } from '@/components/charts/phase';
import { Card } from '@/components/ui/card';
import { ProgressBar } from '@/components/ui/progress-bar';
import { type Day, formatDay, formatDistance } from '@/lib/format';
import { currentPhase, phaseAfter } from '@/lib/projects/phases/rule';
import type { PortalPhase } from '@/lib/projects/phases/schemas';

type Props = { phases: readonly PortalPhase[]; today: Day };

/** The phase that is under way and the one after it, each with its next date. Renders nothing when all phases are completed. */
export function NowAndNext({ phases, today }: Props) {
  const t = useTranslations('client.project.phase');
  const locale = useLocale();
  const now = currentPhase(phases);
  if (!now) return null;
  const next = phaseAfter(phases, now);
  const begun = now.status !== 'not_started';
  const words = (day: Day) => `${formatDay(day, locale)}, ${formatDistance(day, today, locale)}`;
  return (
    <Card className="grid gap-x-10 gap-y-6 sm:grid-cols-2">
      <div className="min-w-0">
        <p className="eyebrow">{t(now.status === 'on_hold' ? 'heldLabel' : begun ? 'nowLabel' : 'nextLabel')}</p>
        <p className="two-lines mt-1 font-serif text-xl leading-snug">{now.name}</p>
        {begun && <ProgressBar percent={now.percent} label={now.name} showValue className="mt-3" />}
        {begun && now.plannedEndOn && (
          <p className={isLate(now, today) ? 'mt-2 text-sm text-warn' : 'mt-2 text-sm text-ink-soft'}>
            {t('until', { date: words(now.plannedEndOn) })}
          </p>
        )}
        {!begun && now.plannedStartOn && (
          <p className="mt-2 text-sm text-ink-soft">{t('from', { date: words(now.plannedStartOn) })}</p>
        )}
      </div>
      {next && (
        <div className="min-w-0">
          <p className="eyebrow">{t(begun ? 'nextLabel' : 'thenLabel')}</p>
          <p className="two-lines mt-1 font-serif text-xl leading-snug">{next.name}</p>
          {next.plannedStartOn && (
            <p className="mt-2 text-sm text-ink-soft">{t('from', { date: words(next.plannedStartOn) })}</p>
          )}
        </div>
      )}
    </Card>
  );
}
