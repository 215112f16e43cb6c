import { getTranslations } from 'next-intl/server';
import { Form } from '@/components/forms/form';
import { PasswordField } from '@/components/forms/password-field';
import { SubmitButton } from '@/components/forms/submit-button';
import type { FormAction } from '@/lib/forms/form-state';

type Props = { action: FormAction<never>; email: string };

export async function PasswordForm({ action, email }: Props) {
  const t = await getTranslations('auth');
  return (
    <Form action={action} doneMessage={t('account.password.saved')}>
      {/* Has no name, so it is not sent. Tells the browser's password manager which account the password belongs to. */}
      <input type="text" autoComplete="username" defaultValue={email} readOnly hidden />
      <PasswordField name="currentPassword" label={t('account.password.current')} autoComplete="current-password" />
      <PasswordField
        name="newPassword"
        label={t('newPassword')}
        hint={t('passwordHint')}
        autoComplete="new-password"
        minLength={10}
      />
      <SubmitButton>{t('account.password.save')}</SubmitButton>
    </Form>
  );
}
