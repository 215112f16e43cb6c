import { clsx } from 'clsx';
import { useLocale } from 'next-intl';
import { type Day, formatDay } from '@/lib/format';

/** A date as a calendar sheet: the month above a large day number. `late` uses the warning colour. */
export function DayLeaf({ day, late = false }: { day: Day; late?: boolean }) {
  const locale = useLocale();
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
  return (
    <time
      dateTime={day}
      className={clsx(
        'flex w-12 flex-col items-center rounded-field py-1.5',
        late ? 'bg-warn-soft text-warn' : 'bg-sunken text-ink',
      )}
    >
      <span className="sr-only">{formatDay(day, locale)}</span>
      <span aria-hidden="true" className="text-2xs font-medium">
        {part({ month: 'short' })}
      </span>
      <span aria-hidden="true" className="numerals font-serif text-xl leading-6">
        {part({ day: 'numeric' }).replace(/\D+$/, '')}
      </span>
    </time>
  );
}
