import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AuthShell } from '@/components/layout/auth-shell';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.forgot'))('title') };
}

/** Explains how to get a reset link. Has no form, because this installation sends no e-mail. */
export default async function ForgotPasswordPage() {
  const t = await getTranslations('auth.forgot');
  return (
    <AuthShell title={t('title')} lead={t('lead')} footer={<TextLink href={paths.signIn()}>{t('back')}</TextLink>}>
      <div className="space-y-4">
        <p>{t('client')}</p>
        <p>{t('team')}</p>
        <p className="text-ink-soft">{t('note')}</p>
      </div>
    </AuthShell>
  );
}
