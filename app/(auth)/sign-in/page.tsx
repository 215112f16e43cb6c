import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { signInAction } from '@/app/(auth)/actions';
import { Form } from '@/components/forms/form';
import { PasswordField } from '@/components/forms/password-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { AuthShell } from '@/components/layout/auth-shell';
import { Alert } from '@/components/ui/alert';
import { TextLink } from '@/components/ui/text-link';
import { landingFor } from '@/lib/auth/landing';
import { pageVisitor } from '@/lib/doors/page';
import { env } from '@/lib/env';
import { paths } from '@/lib/paths';

/** `return_to` is set by the portal, `callbackUrl` and `error` by next-auth's endpoints. */
type Props = {
  searchParams: Promise<{ return_to?: string | string[]; callbackUrl?: string | string[]; error?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.signIn'))('title') };
}

export default async function SignInPage({ searchParams }: Props) {
  const { return_to, callbackUrl, error } = await searchParams;
  const wanted = [return_to ?? callbackUrl ?? ''].flat()[0] ?? '';
  // An inactive user stays here to sign in with another account: a redirect would loop.
  const { identity } = await pageVisitor();
  if (identity?.isActive) redirect(landingFor(identity.userType, wanted, env().url));

  const t = await getTranslations('auth');
  const reason = await getTranslations('errors.reason');
  return (
    <AuthShell title={t('signIn.title')} footer={<TextLink href={paths.forgotPassword}>{t('signIn.forgot')}</TextLink>}>
      {error && (
        <Alert tone="bad" className="mb-6">
          {reason('signInFailed')}
        </Alert>
      )}
      <Form action={signInAction} hidden={{ returnTo: wanted }} doneMessage={null}>
        <TextField name="email" type="email" label={t('email')} autoComplete="username" required />
        <PasswordField name="password" label={t('password')} autoComplete="current-password" />
        <SubmitButton className="w-full">{t('signIn.submit')}</SubmitButton>
      </Form>
    </AuthShell>
  );
}
