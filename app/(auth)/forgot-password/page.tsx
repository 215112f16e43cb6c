import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { titled } from '@/app/(auth)/titled';
import { AuthShell } from '@/components/layout/auth-shell';
import { TextLink } from '@/components/ui/text-link';
import { pageFace } from '@/lib/doors/page';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return titled((await getTranslations('auth.forgot'))('title'), await pageFace());
}

/** Explains how to get a reset link. Has no form, because this installation sends no e-mail. */
export default async function ForgotPasswordPage() {
  const [t, face] = await Promise.all([getTranslations('auth.forgot'), pageFace()]);
  return (
    <AuthShell
      title={t('title')}
      lead={face ? t('leadBusiness', { tenant: face.name }) : t('lead')}
      face={face}
      footer={<TextLink href={face ? paths.signInTo(face.slug) : paths.signIn()}>{t('back')}</TextLink>}
    >
      <div className="space-y-4">
        <p>{t('client')}</p>
        <p>{t('team')}</p>
        <p className="text-ink-soft">{t('note')}</p>
      </div>
    </AuthShell>
  );
}
