import { useLocale, useTranslations } from 'next-intl';
import { recordAddress } from '@/components/explain/record-address';
import { List, ListRow } from '@/components/ui/list';
import { isNoted, type Shown } from '@/lib/explain/seen/schemas';
import { formatInstant } from '@/lib/format';
import { paths } from '@/lib/paths';

type Props = { shown: Shown[]; name: string; timeZone: string };

/** What a person of a client was shown and when, with whether they opened it where that is noted. */
export function ShownList({ shown, name, timeZone }: Props) {
  const t = useTranslations('explain.seen');
  const explain = useTranslations('explain');
  const locale = useLocale();
  if (shown.length === 0) return <p className="text-ink-soft">{t('none', { name })}</p>;
  const day = (at: string) => formatInstant(new Date(at), { locale, timeZone }, 'date');
  return (
    <List label={t('shown')}>
      {shown.map(({ type, id, title, projectId, projectName, count, shownAt, takenAt }) => (
        <ListRow
          key={id}
          href={
            type === 'photo' && count > 1 && projectId
              ? paths.admin.projects.photos(projectId)
              : recordAddress({ type, id, projectId })
          }
          title={
            type === 'photo' ? t('photos', { count }) : title || explain('untitled', { type: explain(`type.${type}`) })
          }
          detail={[
            explain(`type.${type}`),
            isNoted(type) && count === 1 && (takenAt ? t('taken', { date: day(takenAt) }) : t('notTaken')),
            type === 'project' ? null : projectName,
          ]
            .filter(Boolean)
            .join(' · ')}
          end={<span className="numerals text-sm text-ink-soft">{day(shownAt)}</span>}
        />
      ))}
    </List>
  );
}
