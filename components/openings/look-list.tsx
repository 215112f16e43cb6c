import { useLocale, useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { List, ListRow } from '@/components/ui/list';
import { formatInstant } from '@/lib/format';
import type { Look } from '@/lib/openings/schemas';

/** Who of the business looked at the portal as the reader, and when. */
export function LookList({ looks, timeZone }: { looks: Look[]; timeZone: string }) {
  const t = useTranslations('openings.looks');
  const locale = useLocale();
  if (looks.length === 0) return <p className="text-ink-soft">{t('none')}</p>;
  return (
    <List label={t('title')}>
      {looks.map(({ id, name, lookedAt }) => (
        <ListRow
          key={id}
          start={<Avatar name={name} />}
          title={name}
          detail={formatInstant(new Date(lookedAt), { locale, timeZone })}
        />
      ))}
    </List>
  );
}
