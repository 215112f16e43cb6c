import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('problem.notFound'))('title') };
}

/** The not-found page of the client area, for missing and invisible records alike. Keeps the navigation. */
export default async function ClientNotFound() {
  const t = await getTranslations('problem.notFound');
  return (
    <div className="max-w-prose">
      <Icon name="compass" className="mb-5 size-8 stroke-[1.25] text-ink-faint" />
      <PageHeader title={t('title')} lead={t('text')} />
      <LinkButton href={paths.client.home} look="primary">
        {t('home')}
      </LinkButton>
    </div>
  );
}
