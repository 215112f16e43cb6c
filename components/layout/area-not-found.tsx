'use client';

import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';

/** The not-found page inside an area, whose navigation stays; for missing and invisible records alike. */
export function AreaNotFound({ home }: { home: string }) {
  const t = useTranslations('problem.notFound');
  return (
    <div className="max-w-prose">
      <Icon name="compass" className="mb-5 size-8 stroke-[1.25] text-ink-faint" />
      <h1 className="text-title">{t('title')}</h1>
      <p className="mt-3 mb-9 text-lg text-ink-soft">{t('text')}</p>
      <LinkButton href={home} look="primary">
        {t('home')}
      </LinkButton>
    </div>
  );
}
