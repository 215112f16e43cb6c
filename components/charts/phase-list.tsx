import { clsx } from 'clsx';
import { useLocale, useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { movedFrom, plannedSpan, type TimelineGroup, type TimelinePhase } from '@/components/charts/phase';
import { spanWords, useLateWords } from '@/components/charts/phase-words';
import { Icon } from '@/components/ui/icon';
import { type Day, formatDay, formatPercent } from '@/lib/format';

/**
 * The timeline on a phone: a vertical list with completed phases ticked, the running one filled and today marked between
 * phases.
 */
export function PhaseList({ group, today }: { group: TimelineGroup; today: Day }) {
  const next = group.phases.findIndex((phase) => (plannedSpan(phase)?.from ?? '') > today);
  return (
    <div>
      {group.name && <h3 className="two-lines mb-4 text-xl">{group.name}</h3>}
      <ol>
        {group.phases.map((phase, index) => (
          <Fragment key={phase.id}>
            {index === next && <TodayStep today={today} />}
            <PhaseStep phase={phase} today={today} />
          </Fragment>
        ))}
      </ol>
    </div>
  );
}

function TodayStep({ today }: { today: Day }) {
  const t = useTranslations('common.timeline');
  const locale = useLocale();
  return (
    <li className="relative flex items-center gap-4 pb-7 text-sm font-medium text-accent-text">
      <span aria-hidden="true" className="absolute start-[0.6875rem] top-0 bottom-0 w-px bg-line" />
      <span aria-hidden="true" className="z-10 mx-1.5 h-0.5 w-3 shrink-0 bg-accent-text" />
      {t('today')} · {formatDay(today, locale, 'short')}
    </li>
  );
}

function PhaseStep({ phase, today }: { phase: TimelinePhase; today: Day }) {
  const t = useTranslations('common.timeline');
  const status = useTranslations('terms.phaseStatus');
  const locale = useLocale();
  const late = useLateWords(today)(phase);
  const plan = spanWords(movedFrom(phase), locale);
  const open = phase.status === 'in_progress' || phase.status === 'on_hold';
  return (
    <li className="group relative flex gap-4 pb-7 last:pb-0">
      <span aria-hidden="true" className="absolute start-[0.6875rem] top-7 bottom-0 w-px bg-line group-last:hidden" />
      <PhaseDot status={phase.status} />
      <div className="min-w-0 flex-1">
        <div className="flex items-baseline justify-between gap-3">
          <p className={clsx('two-lines min-w-0 font-medium', phase.status === 'not_started' && 'text-ink-soft')}>
            {phase.name}
          </p>
          {open && (
            <span className="numerals shrink-0 text-sm text-ink-soft">
              {formatPercent(phase.percent / 100, locale)}
            </span>
          )}
        </div>
        <p className="mt-0.5 text-sm text-ink-soft">
          {status(phase.status)}
          {late && <span className="text-warn"> · {late}</span>}
          {' · '}
          {spanWords(plannedSpan(phase), locale) ?? t('undated')}
        </p>
        {plan && <p className="text-sm text-ink-soft">{t('plan', { dates: plan })}</p>}
        {open && (
          <svg aria-hidden="true" className="mt-2.5 h-1 w-full overflow-hidden rounded-full bg-line rtl:-scale-x-100">
            <rect width={`${phase.percent}%`} height="100%" rx="2" className="fill-accent-text" />
          </svg>
        )}
      </div>
    </li>
  );
}

function PhaseDot({ status }: { status: TimelinePhase['status'] }) {
  if (status === 'completed') {
    return (
      <span
        aria-hidden="true"
        className="z-10 inline-flex size-6 shrink-0 items-center justify-center rounded-full bg-accent text-accent-on"
      >
        <Icon name="check" className="size-3.5 stroke-[2.5]" />
      </span>
    );
  }
  return (
    <span
      aria-hidden="true"
      className="z-10 inline-flex size-6 shrink-0 items-center justify-center rounded-full bg-paper ring-1 ring-inset ring-line-strong"
    >
      {status !== 'not_started' && <span className="size-2.5 rounded-full bg-accent-text" />}
    </span>
  );
}
