import { clsx } from 'clsx';
import { useLocale } from 'next-intl';
import { type Day, formatDay } from '@/lib/format';
import { kept } from '@/lib/intl';

/** A date as a calendar sheet: the month above a large day number. `late` uses the warning colour. */
export function DayLeaf({ day, late = false }: { day: Day; late?: boolean }) {
  const locale = useLocale();
  const part = (options: { month: 'short' } | { day: 'numeric' }) =>
    kept(Intl.DateTimeFormat, locale, { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
  return (
    <time dateTime={day} className={clsx('day-leaf', late && 'day-leaf-late')}>
      <span className="sr-only">{formatDay(day, locale)}</span>
      <span aria-hidden="true">{part({ month: 'short' })}</span>
      <span aria-hidden="true">{part({ day: 'numeric' }).replace(/\D+$/, '')}</span>
    </time>
  );
}
