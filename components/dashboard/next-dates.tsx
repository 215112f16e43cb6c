import { useLocale, useTranslations } from 'next-intl';
import { DayLeaf } from '@/components/dashboard/day-leaf';
import { PlainLink } from '@/components/ui/text-link';
import type { NextDate } from '@/lib/dashboard/schemas';
import { type Day, formatDistance } from '@/lib/format';
import { paths } from '@/lib/paths';

/** `showProject` is set when the client has several projects. */
type Props = { dates: readonly NextDate[]; today: Day; showProject: boolean };

/** The next dates: planned ends of phases, and invoices that fall due. */
export function NextDates({ dates, today, showProject }: Props) {
  const t = useTranslations('client.home.dates');
  const locale = useLocale();
  if (dates.length === 0) return <p className="text-ink-soft">{t('empty')}</p>;
  return (
    <ol className="space-y-5">
      {dates.map(({ kind, id, title, projectId, projectName, on }) => (
        <li key={id} className="group relative flex items-start gap-4">
          <DayLeaf day={on} />
          <div className="min-w-0 flex-1 pt-0.5">
            <p className="font-medium leading-snug">
              <PlainLink
                href={kind === 'phase' && projectId ? paths.client.project.show(projectId) : paths.client.invoice(id)}
                className="two-lines cover"
              >
                {kind === 'phase' ? title : t('invoice', { number: title })}
              </PlainLink>
            </p>
            {showProject && projectName && <p className="two-lines text-sm text-ink-soft">{projectName}</p>}
            <p className="mt-0.5 text-sm text-ink-faint">{formatDistance(on, today, locale)}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
