import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { resetPasswordAction } from '@/app/(auth)/actions';
import { LinkEnded } from '@/app/(auth)/link-ended';
import { PasswordByLink } from '@/app/(auth)/password-by-link';
import { titled } from '@/app/(auth)/titled';
import { AuthShell } from '@/components/layout/auth-shell';
import { pageLink } from '@/lib/doors/page';

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { face } = await pageLink((await params).token, 'password_reset');
  return titled((await getTranslations('auth.reset'))('title'), face);
}

export default async function ResetPasswordPage({ params }: Props) {
  const { token } = await params;
  const { link, face } = await pageLink(token, 'password_reset');
  if (link.state !== 'valid') return <LinkEnded state={link.state} face={face} />;
  if (!link.person) return <LinkEnded state="unknown" face={face} />;
  const { email } = link.person;
  const t = await getTranslations('auth.reset');
  return (
    <AuthShell title={t('title')} lead={t('lead', { email })} face={face}>
      <PasswordByLink action={resetPasswordAction} token={token} email={email} submit={t('submit')} />
    </AuthShell>
  );
}
