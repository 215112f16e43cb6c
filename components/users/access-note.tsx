import { useTranslations } from 'next-intl';
import { ActionButton } from '@/components/forms/action-button';
import { Alert } from '@/components/ui/alert';
import { LinkButton } from '@/components/ui/link-button';
import { type AccessActions, AccessMend } from '@/components/users/access-mend';
import { paths, withQuery } from '@/lib/paths';
import type { UserDetail } from '@/lib/users/schemas';

type Props = {
  user: UserDetail;
  /** Whether their client has a project. */
  seesProjects: boolean;
  actions: AccessActions;
};

/** States whether a person of a client can open the portal, with the button that ends it; if not, the reason with what ends that. */
export function AccessNote({ user: { id, name, client, refusal }, seesProjects, actions }: Props) {
  const t = useTranslations('users.show');
  if (!refusal) {
    const end = (
      <ActionButton action={actions.endPortalAccess} hidden={{ id }} look="quiet" size="small" doneMessage={t('ended')}>
        {t('end')}
      </ActionButton>
    );
    if (client && !seesProjects)
      return (
        <Alert
          tone="warn"
          title={t('seesNothing', { name })}
          action={
            <span className="flex flex-wrap gap-2">
              <LinkButton href={withQuery(paths.admin.clients.new, { client_id: client.id })} size="small">
                {t('newProject')}
              </LinkButton>
              {end}
            </span>
          }
        >
          {t('noProject', { client: client.name })}
        </Alert>
      );
    return (
      <Alert tone="good" action={end}>
        {t('sees', { name, client: client?.name ?? '' })}
      </Alert>
    );
  }
  return (
    <Alert
      tone="warn"
      title={t('seesNot', { name })}
      action={<AccessMend refusal={refusal} userId={id} clientId={client?.id ?? null} actions={actions} />}
    >
      {t(`reason.${refusal}`, { client: client?.name ?? '' })}
    </Alert>
  );
}
