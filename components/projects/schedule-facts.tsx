import { useLocale, useTranslations } from 'next-intl';
import { Facts } from '@/components/ui/facts';
import { type Day, formatDay } from '@/lib/format';
import { type ScheduledPhase, scheduleOf } from '@/lib/projects/schedule/rule';

type Props = { phases: readonly ScheduledPhase[]; today: Day };

/** Plan, forecast and slip of a project. Renders nothing for one that has no plan yet. */
export function ScheduleFacts({ phases, today }: Props) {
  const t = useTranslations('schedule.facts');
  const locale = useLocale();
  const { planOn, forecastOn, slipDays } = scheduleOf(phases, today);
  if (!planOn) return null;
  const facts = [
    { label: t('plan'), value: formatDay(planOn, locale, 'long') },
    { label: t('forecast'), value: forecastOn ? formatDay(forecastOn, locale, 'long') : t('open') },
    { label: t('slip'), value: slipDays !== null && <Slip days={slipDays} /> },
  ];
  return <Facts columns={3} facts={facts.filter(({ value }) => value !== false)} />;
}

/** The days from the plan, later ones in the colour of a warning. */
function Slip({ days }: { days: number }) {
  const t = useTranslations('schedule.facts');
  if (days === 0) return t('none');
  return (
    <span className={days > 0 ? 'text-warn' : undefined}>
      {t(days > 0 ? 'later' : 'earlier', { days: Math.abs(days) })}
    </span>
  );
}
