import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { UserDetail } from '@/lib/users/schemas';

type Props = {
  user: UserDetail;
  /** Whether to show the client's name; false on pages about a single client. */
  withClient?: boolean;
};

/**
 * *Portal* with the client's name, or the reason why a person of a client has no access. Renders nothing for the tenant's
 * team.
 */
export function PortalBadge({ user, withClient = true }: Props) {
  const t = useTranslations('users');
  const { refusal, client, userType } = user;
  if (userType !== 'client') return null;
  if (refusal) return <Badge tone="warn">{t(`refusal.${refusal}`)}</Badge>;
  return (
    <Badge tone="good">
      <span className="shrink-0">{t('state.portal')}</span>
      {withClient && <span className="truncate font-normal">{client?.name}</span>}
    </Badge>
  );
}
