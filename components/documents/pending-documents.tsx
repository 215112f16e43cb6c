import { useLocale, useTranslations } from 'next-intl';
import { FileIcon } from '@/components/documents/file-icon';
import { List, ListRow } from '@/components/ui/list';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import type { TeamDocument } from '@/lib/documents/schemas';
import { type Day, dayOf, formatDistance } from '@/lib/format';
import { paths, withQuery } from '@/lib/paths';

type Props = { documents: { rows: readonly TeamDocument[]; more: boolean }; today: Day; timeZone: string };

/** Documents that wait for approval, the longest-waiting first; renders nothing when there are none. */
export function PendingDocuments({ documents: { rows, more }, today, timeZone }: Props) {
  const t = useTranslations('documents.pending');
  const locale = useLocale();
  if (rows.length === 0) return null;
  const all = withQuery(paths.admin.documents.list, { status: 'pending' });
  return (
    <Section title={t('title')} aside={more && <TextLink href={all}>{t('all')}</TextLink>}>
      <List label={t('title')}>
        {rows.map(({ id, title, projectName, clientName, contentType, updatedAt }) => (
          <ListRow
            key={id}
            href={paths.admin.documents.show(id)}
            start={<FileIcon contentType={contentType} />}
            title={title}
            detail={`${projectName} · ${clientName}`}
            end={formatDistance(dayOf(new Date(updatedAt), timeZone), today, locale)}
          />
        ))}
      </List>
    </Section>
  );
}
