import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { resetPasswordAction } from '@/app/(auth)/actions';
import { LinkEnded } from '@/app/(auth)/link-ended';
import { PasswordByLink } from '@/app/(auth)/password-by-link';
import { AuthShell } from '@/components/layout/auth-shell';
import { findLink } from '@/lib/auth/link-redemption';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.reset'))('title') };
}

type Props = { params: Promise<{ token: string }> };

export default async function ResetPasswordPage({ params }: Props) {
  const { token } = await params;
  const link = await findLink(token, 'password_reset');
  if (link.state !== 'valid') return <LinkEnded state={link.state} />;
  if (!link.person) return <LinkEnded state="unknown" />;
  const { email, tenant } = link.person;
  const t = await getTranslations('auth.reset');
  return (
    <AuthShell title={t('title')} lead={t('lead', { email })} {...(tenant && { tenant })}>
      <PasswordByLink action={resetPasswordAction} token={token} email={email} submit={t('submit')} />
    </AuthShell>
  );
}
