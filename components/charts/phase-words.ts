import { useTranslations } from 'next-intl';
import { daysFinishedLate, isLate, type Span, type TimelinePhase } from '@/components/charts/phase';
import { type Day, formatDays } from '@/lib/format';

/** Formats a span of days; null for null. */
export function spanWords(span: Span | null, locale: string): string | null {
  return span && formatDays(span.from, span.to, locale);
}

/** Returns a function that says how a phase missed its planned end: “late”, “finished 3 days late”. Null where it did not. */
export function useLateWords(today: Day): (phase: TimelinePhase) => string | null {
  const t = useTranslations('common.timeline');
  return (phase) => {
    if (isLate(phase, today)) return t('late');
    const days = daysFinishedLate(phase);
    return days > 0 ? t('finishedLate', { days }) : null;
  };
}
