import { useTranslations } from 'next-intl';
import { ActionButton } from '@/components/forms/action-button';
import { LinkButton } from '@/components/ui/link-button';
import type { FormAction } from '@/lib/forms/form-state';
import { paths } from '@/lib/paths';
import type { UserDetail } from '@/lib/users/schemas';

/** The actions that end a refusal or the access; all take a person's id but the last, which takes a client's. */
export type AccessActions = Record<
  'reactivateUser' | 'givePortalAccess' | 'endPortalAccess' | 'reactivateClient',
  FormAction
>;

type Props = {
  refusal: NonNullable<UserDetail['refusal']>;
  userId: string;
  clientId: string | null;
  actions: AccessActions;
};

/** The button that ends the reason why a person of a client sees nothing. Stands beside that reason. */
export function AccessMend({ refusal, userId, clientId, actions }: Props) {
  const t = useTranslations('users.mend');
  if (refusal === 'noClient' || !clientId)
    return (
      <LinkButton href={paths.admin.users.edit(userId)} size="small">
        {t('noClient')}
      </LinkButton>
    );
  const [action, id] = {
    userInactive: [actions.reactivateUser, userId] as const,
    portalOff: [actions.givePortalAccess, userId] as const,
    clientInactive: [actions.reactivateClient, clientId] as const,
  }[refusal];
  return (
    <ActionButton action={action} hidden={{ id }} size="small" doneMessage={t('done')}>
      {t(refusal)}
    </ActionButton>
  );
}
