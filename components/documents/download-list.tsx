import { useLocale, useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { List, ListRow } from '@/components/ui/list';
import type { TeamDocumentDetail } from '@/lib/documents/schemas';
import { formatInstant } from '@/lib/format';

/** Downloads of the document by people of the client, with the version. */
export function DownloadList({ document, timeZone }: { document: TeamDocumentDetail; timeZone: string }) {
  const t = useTranslations('documents');
  const locale = useLocale();
  if (document.downloads.length === 0) return <p className="text-ink-soft">{t('show.noDownloads')}</p>;
  return (
    <List label={t('show.downloads')}>
      {document.downloads.map(({ userId, userName, version, count, lastAt }) => (
        <ListRow
          key={`${userId} ${version}`}
          start={<Avatar name={userName} />}
          title={userName}
          detail={t('version', { number: version })}
          end={t('show.times', {
            count,
            date: formatInstant(new Date(lastAt), { locale, timeZone }),
          })}
        />
      ))}
    </List>
  );
}
