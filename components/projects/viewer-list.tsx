import { useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { List, ListRow } from '@/components/ui/list';
import { type AccessActions, AccessMend } from '@/components/users/access-mend';
import { paths } from '@/lib/paths';
import type { Viewer } from '@/lib/projects/schemas';

type Props = { viewers: Viewer[]; clientId: string; contactId: string | null; actions: AccessActions };

/** The people of a project's client, each with access to the project, or the reason why not and the button that ends it. */
export function ViewerList({ viewers, clientId, contactId, actions }: Props) {
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
          end={
            refusal ? (
              <span className="flex flex-wrap items-center justify-end gap-x-3 gap-y-2">
                <Badge tone="warn">{t(`refusal.${refusal}`)}</Badge>
                <AccessMend refusal={refusal} userId={id} clientId={clientId} actions={actions} />
              </span>
            ) : (
              <Badge tone="good">{t('sees')}</Badge>
            )
          }
        />
      ))}
    </List>
  );
}
