import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { UserDetail } from '@/lib/users/schemas';

type Props = {
  user: UserDetail /** Left out where the page is about one client anyway. */;
  withClient?: boolean;
};

/** *Portal* with the client's name, or what keeps a person of a client out. Nothing for the business's own people. */
export function PortalBadge({ user, withClient = true }: Props) {
  const t = useTranslations('users');
  const { refusal, client, userType } = user;
  if (userType !== 'client') return null;
  if (refusal) return <Badge tone="warn">{t(`refusal.${refusal}`)}</Badge>;
  return (
    <Badge tone="good">
      <span>{t('state.portal')}</span>
      {withClient && <span className="truncate font-normal">{client?.name}</span>}
    </Badge>
  );
}
