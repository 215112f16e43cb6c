import { useLocale, useTranslations } from 'next-intl';
import { AskMark } from '@/components/support/ask-mark';
import { type Day, formatDay, formatMinutes } from '@/lib/format';
import type { TimeEntry } from '@/lib/time/schemas';

type Props = {
  entries: readonly TimeEntry[];
  showProject: boolean;
  /** Whether the reader can ask about an entry. */
  asks?: boolean;
};

/** Hours day by day, the latest first: what was done, by whom and how long. A project that shows totals only names neither. */
export function EntryDays({ entries, showProject, asks = true }: Props) {
  const t = useTranslations('hours');
  const locale = useLocale();
  return (
    <ol className="divide-y divide-line/70 border-y border-line/70">
      {byDay(entries).map(({ day, entries: ofDay }) => (
        <li key={day} className="gap-x-6 py-4 md:grid md:grid-cols-[9rem_minmax(0,1fr)]">
          <h3 className="font-sans text-sm font-medium text-ink-soft max-md:mb-2">
            <time dateTime={day}>{formatDay(day, locale)}</time>
          </h3>
          <ul className="space-y-3">
            {ofDay.map((entry) => (
              <li key={entry.id} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-6 text-[0.9375rem]">
                <div className="min-w-0">
                  <p className="whitespace-pre-line [overflow-wrap:anywhere]">
                    {entry.description ?? t('withheld')}
                    {asks && (
                      <AskMark type="time_entry" id={entry.id} name={entry.description ?? formatDay(day, locale)} />
                    )}
                  </p>
                  <p className="text-sm text-ink-soft [overflow-wrap:anywhere] empty:hidden">{aboutOf(entry)}</p>
                </div>
                <span className="numerals">{formatMinutes(entry.minutes, locale)}</span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );

  function aboutOf({ projectName, personName, billable }: TimeEntry): string {
    return [showProject && projectName, personName, !billable && t('notBillable')].filter(Boolean).join(' · ');
  }
}

/** Entries of one day together, in the order of the list. */
function byDay(entries: readonly TimeEntry[]): { day: Day; entries: TimeEntry[] }[] {
  const days: { day: Day; entries: TimeEntry[] }[] = [];
  for (const entry of entries) {
    const last = days.at(-1);
    if (last?.day === entry.workedOn) last.entries.push(entry);
    else days.push({ day: entry.workedOn, entries: [entry] });
  }
  return days;
}
