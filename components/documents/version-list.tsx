import { useLocale, useTranslations } from 'next-intl';
import { FileIcon } from '@/components/documents/file-icon';
import { Badge } from '@/components/ui/badge';
import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { List, ListRow } from '@/components/ui/list';
import type { TeamDocumentDetail } from '@/lib/documents/schemas';
import { formatFileSize, formatInstant } from '@/lib/format';
import { paths } from '@/lib/paths';

/** All versions of a document, newest first, each with a download link. */
export function VersionList({ document, timeZone }: { document: TeamDocumentDetail; timeZone: string }) {
  const t = useTranslations('documents');
  const locale = useLocale();
  return (
    <List label={t('show.versions')}>
      {document.versions.map(({ id, number, fileName, contentType, byteSize, uploadedByName, createdAt }) => (
        <ListRow
          key={id}
          start={<FileIcon contentType={contentType} />}
          title={
            <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
              {t('version', { number })}
              {number === document.publishedVersion && <Badge tone="good">{t('show.published')}</Badge>}
            </span>
          }
          detail={
            <>
              <span className="block">
                {fileName} · {formatFileSize(byteSize, locale)}
              </span>
              {t('show.uploadedBy', {
                name: uploadedByName,
                date: formatInstant(new Date(createdAt), { locale, timeZone }),
              })}
            </>
          }
          end={
            <a
              href={paths.files.documentVersion(document.id, number)}
              className={buttonClass('quiet', 'small')}
              aria-label={`${t('show.download')}: ${t('version', { number })}`}
            >
              <Icon name="download" />
              <span className="max-sm:hidden">{t('show.download')}</span>
            </a>
          }
        />
      ))}
    </List>
  );
}
