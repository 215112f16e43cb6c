import { useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { List, ListRow } from '@/components/ui/list';
import { type AccessActions, AccessMend } from '@/components/users/access-mend';
import type { AccessReason, Reason } from '@/lib/explain/rule';
import type { Explanation } from '@/lib/explain/schemas';
import { paths } from '@/lib/paths';

type Props = { people: Explanation[]; actions: AccessActions };

/** People of clients, each with a yes or the reason why not, and the button that ends it where it lies in their access. */
export function PersonList({ people, actions }: Props) {
  const t = useTranslations('explain');
  return (
    <List label={t('title')}>
      {people.map(({ userId, name, email, clientId, sees, reason, explanation }) => (
        <ListRow
          key={userId}
          href={paths.admin.users.show(userId)}
          start={<Avatar name={name} />}
          title={name}
          detail={sees ? email : explanation}
          end={
            sees ? (
              <Badge tone="good">{t('sees')}</Badge>
            ) : (
              isAccess(reason) && <AccessMend refusal={reason} userId={userId} clientId={clientId} actions={actions} />
            )
          }
        />
      ))}
    </List>
  );
}

function isAccess(reason: Reason | null): reason is AccessReason {
  return reason === 'userInactive' || reason === 'noClient' || reason === 'portalOff' || reason === 'clientInactive';
}
