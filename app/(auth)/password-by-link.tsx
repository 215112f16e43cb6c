import { getTranslations } from 'next-intl/server';
import { Form } from '@/components/forms/form';
import { PasswordField } from '@/components/forms/password-field';
import { SubmitButton } from '@/components/forms/submit-button';
import type { FormAction } from '@/lib/forms/form-state';

type Props = { action: FormAction<never>; token: string; email: string; submit: string };

/** The password form of invitations and resets. */
export async function PasswordByLink({ action, token, email, submit }: Props) {
  const t = await getTranslations('auth');
  return (
    <Form action={action} hidden={{ token }} doneMessage={null}>
      {/* Not submitted (no name); gives the browser's password manager the account name. */}
      <input type="text" autoComplete="username" defaultValue={email} readOnly hidden />
      <PasswordField
        name="password"
        label={t('newPassword')}
        hint={t('passwordHint')}
        autoComplete="new-password"
        minLength={10}
      />
      <SubmitButton>{submit}</SubmitButton>
    </Form>
  );
}
