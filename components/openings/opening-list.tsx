import { useLocale, useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { List, ListRow } from '@/components/ui/list';
import { formatInstant } from '@/lib/format';
import type { Opening } from '@/lib/openings/schemas';

type Props = { openings: Omit<Opening, 'title'>[]; timeZone: string };

/** Who opened and downloaded a record, for the team. */
export function OpeningList({ openings, timeZone }: Props) {
  const t = useTranslations('openings');
  const explain = useTranslations('explain.openings');
  const locale = useLocale();
  if (openings.length === 0) return <p className="text-ink-soft">{explain('none')}</p>;
  return (
    <List label={explain('title')}>
      {openings.map(({ id, userName, way, times, lastAt }) => (
        <ListRow
          key={id}
          start={<Avatar name={userName} />}
          title={userName}
          detail={t(`way.${way}`, { count: times, date: formatInstant(new Date(lastAt), { locale, timeZone }) })}
        />
      ))}
    </List>
  );
}
