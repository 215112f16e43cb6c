import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PlainPage } from '@/components/layout/plain-page';
import { LinkButton } from '@/components/ui/link-button';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('problem.notFound');
  return { title: t('title') };
}

/**
 * The same page for unknown addresses and for records outside the actor's scope, so that it does not reveal which exist. Next
 * sends it in the payload of every page, so it has few elements.
 */
export default async function NotFound() {
  const t = await getTranslations('problem.notFound');
  return (
    <PlainPage title={t('title')} text={t('text')}>
      <LinkButton href={paths.home} look="primary">
        {t('home')}
      </LinkButton>
    </PlainPage>
  );
}
