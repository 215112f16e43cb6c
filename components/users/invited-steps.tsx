'use client';

import { useTranslations } from 'next-intl';
import { useContext } from 'react';
import { FormContext } from '@/components/forms/form-context';
import { LinkButton } from '@/components/ui/link-button';
import { paths, withQuery } from '@/lib/paths';
import type { InvitedUser } from '@/lib/users/schemas';

/** What to do after the surrounding form has created a person: a project where their client has none, and where they are found. */
export function InvitedSteps() {
  const t = useTranslations('users.form');
  const { state } = useContext(FormContext);
  // FormContext serves every form, so it does not know the data type of this form's action.
  const invited = state.status === 'done' ? (state.data as InvitedUser | undefined) : undefined;
  if (!invited) return null;
  const { id, name, needsProject } = invited;
  return (
    <div className="flex flex-wrap gap-3">
      {needsProject && (
        <LinkButton href={withQuery(paths.admin.clients.new, { client_id: needsProject })} look="primary">
          {t('giveProject')}
        </LinkButton>
      )}
      <LinkButton href={paths.admin.users.show(id)}>{t('openPerson', { name })}</LinkButton>
      <LinkButton href={paths.admin.users.list} look="quiet">
        {t('toList')}
      </LinkButton>
    </div>
  );
}
