import { useLocale, useTranslations } from 'next-intl';
import { type Day, formatDay } from '@/lib/format';
import { stateLine } from '@/lib/projects/state-line/rule';

type Props = { project: Parameters<typeof stateLine>[0]; today: Day };

/** The state of a project in one line: “64% done. Windows until 3 December. On schedule.” */
export function StateLine({ project, today }: Props) {
  const t = useTranslations('schedule.state');
  const locale = useLocale();
  const sentences = stateLine(project, today).map(({ key, values: { percent = 0, phase = '', days = 0, date } }) =>
    t(key, {
      percent,
      phase,
      days,
      date: date ? formatDay(date, locale, sameYear(date, today) ? 'dayMonth' : 'long') : '',
    }),
  );
  return <>{sentences.join(' ')}</>;
}

const sameYear = (a: Day, b: Day) => a.slice(0, 4) === b.slice(0, 4);
