import { getTranslations } from 'next-intl/server';
import { AuthShell } from '@/components/layout/auth-shell';
import { LinkButton } from '@/components/ui/link-button';
import { paths } from '@/lib/paths';
import type { Face } from '@/lib/tenants/face/schemas';

type Props = { state: 'used' | 'expired' | 'unknown'; face: Face | null };

/** Shown instead of the form when a single-use link is no longer valid. */
export async function LinkEnded({ state, face }: Props) {
  const t = await getTranslations('auth.link');
  return (
    <AuthShell title={t(`${state}.title`)} lead={t(`${state}.text`)} face={face}>
      <LinkButton href={face ? paths.signInTo(face.slug) : paths.signIn()}>{t('signIn')}</LinkButton>
    </AuthShell>
  );
}
