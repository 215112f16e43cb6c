import { useTranslations } from 'next-intl';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { UntilDone } from '@/components/forms/until-done';
import { Messages } from '@/components/layout/messages';
import { OneTimeLink } from '@/components/users/one-time-link';
import type { FormAction } from '@/lib/forms/form-state';
import type { UserDetail, UserLink } from '@/lib/users/schemas';

type Props = { user: UserDetail & { hasPassword: boolean }; action: FormAction<UserLink> };

/** Creates the link with which a user sets a first or a new password. */
export function LinkForm({ user: { id, name, hasPassword }, action }: Props) {
  const t = useTranslations('users.link');
  return (
    <Form action={action} hidden={{ id }} doneMessage={null}>
      <UntilDone>
        <p className="text-ink-soft">{hasPassword ? t('resetLead', { name }) : t('inviteLead', { name })}</p>
        <SubmitButton look="secondary">{hasPassword ? t('reset') : t('invite')}</SubmitButton>
      </UntilDone>
      <Messages for={['users.link.made']}>
        <OneTimeLink />
      </Messages>
    </Form>
  );
}
