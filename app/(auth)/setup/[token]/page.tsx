import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { setUpAction } from '@/app/(auth)/actions';
import { LinkEnded } from '@/app/(auth)/link-ended';
import { Form } from '@/components/forms/form';
import { PasswordField } from '@/components/forms/password-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { AuthShell } from '@/components/layout/auth-shell';
import { findLink } from '@/lib/auth/link-redemption';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.setup'))('title') };
}

type Props = { params: Promise<{ token: string }> };

/** Creates the first super-admin through the link that the first start prints. There is no default account. */
export default async function SetUpPage({ params }: Props) {
  const { token } = await params;
  const link = await findLink(token, 'setup');
  if (link.state !== 'valid') return <LinkEnded state={link.state} face={null} />;
  const t = await getTranslations('auth');
  return (
    <AuthShell title={t('setup.title')} lead={t('setup.lead')}>
      <Form action={setUpAction} hidden={{ token }} doneMessage={null}>
        <TextField name="name" label={t('setup.name')} autoComplete="name" required />
        <TextField name="email" type="email" label={t('email')} autoComplete="username" required />
        <PasswordField
          name="password"
          label={t('password')}
          hint={t('passwordHint')}
          autoComplete="new-password"
          minLength={10}
        />
        <SubmitButton>{t('setup.submit')}</SubmitButton>
      </Form>
    </AuthShell>
  );
}
