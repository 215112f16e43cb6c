import { useLocale, useTranslations } from 'next-intl';
import { List, ListRow } from '@/components/ui/list';
import { formatInstant } from '@/lib/format';
import type { Opening } from '@/lib/openings/schemas';
import { paths } from '@/lib/paths';

type Props = { openings: Opening[]; timeZone: string };

/** What the people of a client opened and downloaded, for themselves; a record that is no longer shown has no name. */
export function OwnOpenings({ openings, timeZone }: Props) {
  const t = useTranslations('openings');
  const locale = useLocale();
  if (openings.length === 0) return <p className="text-ink-soft">{t('own.none')}</p>;
  return (
    <List label={t('own.title')}>
      {openings.map(({ id, recordType, recordId, title, userName, way, times, lastAt }) => (
        <ListRow
          key={id}
          {...(title === null ? {} : { href: addresses[recordType](recordId) })}
          title={title === null ? t('gone') : title || t('untitled')}
          detail={[
            t(`type.${recordType}`),
            userName,
            t(`way.${way}`, { count: times, date: formatInstant(new Date(lastAt), { locale, timeZone }) }),
          ].join(' · ')}
        />
      ))}
    </List>
  );
}

const addresses = {
  document: paths.client.document,
  photo: (id: string) => `${paths.client.gallery}?photo=${id}`,
  invoice: paths.client.invoice,
};
