'use client';

import { useTranslations } from 'next-intl';
import { PlainPage } from '@/components/layout/plain-page';
import { LinkButton } from '@/components/ui/link-button';
import { paths } from '@/lib/paths';

/**
 * The same page for unknown addresses and for records outside the actor's scope, so that it does not reveal which exist. A
 * browser component without properties, because Next sends the content of each not-found page in the payload of every page.
 */
export function NotFound() {
  const t = useTranslations('problem.notFound');
  return (
    <PlainPage title={t('title')} text={t('text')}>
      <LinkButton href={paths.home} look="primary">
        {t('home')}
      </LinkButton>
    </PlainPage>
  );
}
