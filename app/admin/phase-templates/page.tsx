import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { TemplateTable } from '@/components/projects/template-table';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { adminUser } from '@/lib/authz/guards';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { paths, withQuery } from '@/lib/paths';
import { listOwnTemplates } from '@/lib/projects/templates/queries';
import { phaseTemplateFilter } from '@/lib/projects/templates/schemas';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('templates'))('title') };
}

export default async function PhaseTemplatesPage({ searchParams }: PageProps<'/admin/phase-templates'>) {
  const me = await forPage(adminUser);
  const page = await pageFilter(phaseTemplateFilter, searchParams);
  const { data, nextCursor } = await readPage(me, (db) => listOwnTemplates(db, page));
  const [t, projects] = await Promise.all([getTranslations('templates'), getTranslations('projects.list')]);
  const list = paths.admin.phaseTemplates.list;
  const create = (
    <LinkButton href={paths.admin.phaseTemplates.new} look="primary">
      {t('new')}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        trail={[{ href: paths.admin.projects.list, label: projects('title') }]}
        actions={create}
      />
      {data.length > 0 ? (
        <TemplateTable templates={data} />
      ) : (
        <EmptyState title={t('empty.title')} action={create}>
          {t('empty.text')}
        </EmptyState>
      )}
      <Pagination
        firstHref={page.cursor ? list : null}
        nextHref={nextCursor ? withQuery(list, { cursor: nextCursor }) : null}
      />
    </>
  );
}
