import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AuthShell } from '@/components/layout/auth-shell';
import { LinkButton } from '@/components/ui/link-button';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('problem.notFound');
  return { title: t('title') };
}

/** The same page for unknown addresses and for records outside the actor's scope, so that it does not reveal which exist. */
export default async function NotFound() {
  const t = await getTranslations('problem.notFound');
  return (
    <AuthShell title={t('title')} lead={t('text')}>
      <LinkButton href={paths.home} look="primary">
        {t('home')}
      </LinkButton>
    </AuthShell>
  );
}
