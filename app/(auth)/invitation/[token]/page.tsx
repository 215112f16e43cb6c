import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { acceptInvitationAction } from '@/app/(auth)/actions';
import { LinkEnded } from '@/app/(auth)/link-ended';
import { PasswordByLink } from '@/app/(auth)/password-by-link';
import { AuthShell } from '@/components/layout/auth-shell';
import { findLink } from '@/lib/auth/link-redemption';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('newPassword') };
}

type Props = { params: Promise<{ token: string }> };

export default async function InvitationPage({ params }: Props) {
  const { token } = await params;
  const link = await findLink(token, 'invitation');
  if (link.state !== 'valid') return <LinkEnded state={link.state} />;
  if (!link.person) return <LinkEnded state="unknown" />;
  const { name, email, tenant } = link.person;
  const t = await getTranslations('auth.invitation');
  const lead = tenant ? t('leadBusiness', { tenant: tenant.name, email }) : t('lead', { email });
  return (
    <AuthShell title={t('title', { name })} lead={lead} {...(tenant && { tenant })}>
      <PasswordByLink action={acceptInvitationAction} token={token} email={email} submit={t('submit')} />
    </AuthShell>
  );
}
