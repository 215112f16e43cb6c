import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { List, ListRow } from '@/components/ui/list';
import { Section } from '@/components/ui/section';
import { paths } from '@/lib/paths';
import type { Draft } from '@/lib/updates/schemas';

/** Updates that nobody has published, weekly reports among them; renders nothing when there are none. */
export function DraftList({ drafts: { rows, more } }: { drafts: { rows: readonly Draft[]; more: boolean } }) {
  const t = useTranslations('updates');
  if (rows.length === 0) return null;
  return (
    <Section title={t('drafts.title')} aside={more && t('drafts.all')}>
      <List label={t('drafts.title')}>
        {rows.map(({ id, projectId, projectName, title, isReport }) => (
          <ListRow
            key={id}
            href={paths.admin.projects.update(projectId, id)}
            title={title}
            detail={projectName}
            end={isReport && <Badge tone="calm">{t('list.report')}</Badge>}
          />
        ))}
      </List>
    </Section>
  );
}
