import { getTranslations } from 'next-intl/server';
import { AuthShell } from '@/components/layout/auth-shell';
import { LinkButton } from '@/components/ui/link-button';
import { paths } from '@/lib/paths';

/** Shown instead of the form when a single-use link is no longer valid. */
export async function LinkEnded({ state }: { state: 'used' | 'expired' | 'unknown' }) {
  const t = await getTranslations('auth.link');
  return (
    <AuthShell title={t(`${state}.title`)} lead={t(`${state}.text`)}>
      <LinkButton href={paths.signIn()}>{t('signIn')}</LinkButton>
    </AuthShell>
  );
}
