import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import type { UserDetail } from '@/lib/users/schemas';

/** States whether a person of a client can open the portal, and the reason if not. */
export function AccessNote({ user: { name, client, refusal } }: { user: UserDetail }) {
  const t = useTranslations('users.show');
  if (!refusal) return <Alert tone="good">{t('sees', { name, client: client?.name ?? '' })}</Alert>;
  return (
    <Alert tone="warn" title={t('seesNot', { name })}>
      {t(`reason.${refusal}`, { client: client?.name ?? '' })}
    </Alert>
  );
}
