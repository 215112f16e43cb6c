import { useLocale, useTranslations } from 'next-intl';
import { FileIcon } from '@/components/documents/file-icon';
import { Badge } from '@/components/ui/badge';
import { List, ListRow } from '@/components/ui/list';
import { Name } from '@/components/ui/name';
import type { ClientDocument } from '@/lib/documents/schemas';
import { formatFileSize, formatInstant } from '@/lib/format';
import { paths } from '@/lib/paths';

type Props = {
  documents: readonly ClientDocument[];
  timeZone: string;
  label?: string;
  /** Set when the list holds several projects. */
  showProject?: boolean;
  isNew?: (document: ClientDocument) => boolean;
};

/** Published documents as a client sees them, each with a link to its page. */
export function DocumentRows({ documents, timeZone, label, showProject = false, isNew }: Props) {
  const t = useTranslations('documents.client');
  const locale = useLocale();
  return (
    <List {...(label && { label })}>
      {documents.map((document) => {
        const { id, title, contentType, byteSize, documentTypeName, projectName, publishedAt } = document;
        const facts = [documentTypeName, showProject ? projectName : null, formatFileSize(byteSize, locale)];
        return (
          <ListRow
            key={id}
            href={paths.client.document(id)}
            start={<FileIcon contentType={contentType} />}
            title={<Name badge={isNew?.(document) && <Badge tone="accent">{t('new')}</Badge>}>{title}</Name>}
            detail={
              <>
                <span className="two-lines">{facts.filter(Boolean).join(' · ')}</span>
                <time dateTime={publishedAt} className="block text-ink-faint sm:hidden">
                  {formatInstant(new Date(publishedAt), { locale, timeZone }, 'date')}
                </time>
              </>
            }
            end={
              <time dateTime={publishedAt} className="max-sm:hidden">
                {formatInstant(new Date(publishedAt), { locale, timeZone }, 'date')}
              </time>
            }
          />
        );
      })}
    </List>
  );
}
