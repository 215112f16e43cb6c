import { useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { List, ListRow } from '@/components/ui/list';
import { paths } from '@/lib/paths';
import type { Viewer } from '@/lib/projects/schemas';

type Props = { viewers: Viewer[]; contactId: string | null };

/** The people of a project's client, each with access to the project or the reason why access is refused. */
export function ViewerList({ viewers, contactId }: Props) {
  const t = useTranslations('projects.viewers');
  return (
    <List label={t('title')}>
      {viewers.map(({ id, name, email, hasSignedIn, refusal }) => (
        <ListRow
          key={id}
          href={paths.admin.users.show(id)}
          start={<Avatar name={name} />}
          title={name}
          detail={[email, id === contactId && t('contact'), !refusal && !hasSignedIn && t('neverSignedIn')]
            .filter(Boolean)
            .join(' · ')}
          end={<Badge tone={refusal ? 'warn' : 'good'}>{refusal ? t(`refusal.${refusal}`) : t('sees')}</Badge>}
        />
      ))}
    </List>
  );
}
