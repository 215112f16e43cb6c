import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { acceptInvitationAction } from '@/app/(auth)/actions';
import { LinkEnded } from '@/app/(auth)/link-ended';
import { PasswordByLink } from '@/app/(auth)/password-by-link';
import { titled } from '@/app/(auth)/titled';
import { AuthShell } from '@/components/layout/auth-shell';
import { pageLink } from '@/lib/doors/page';

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { face } = await pageLink((await params).token, 'invitation');
  return titled((await getTranslations('auth'))('newPassword'), face);
}

export default async function InvitationPage({ params }: Props) {
  const { token } = await params;
  const { link, face } = await pageLink(token, 'invitation');
  if (link.state !== 'valid') return <LinkEnded state={link.state} face={face} />;
  if (!link.person) return <LinkEnded state="unknown" face={face} />;
  const { name, email } = link.person;
  const t = await getTranslations('auth.invitation');
  const lead = face ? t('leadBusiness', { tenant: face.name, email }) : t('lead', { email });
  return (
    <AuthShell title={t('title', { name })} lead={lead} face={face}>
      <PasswordByLink action={acceptInvitationAction} token={token} email={email} submit={t('submit')} />
    </AuthShell>
  );
}
