import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ImportTable } from '@/components/imports/import-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { adminUser } from '@/lib/authz/guards';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { listImports } from '@/lib/imports/queries';
import { importFilter } from '@/lib/imports/schemas';
import { paths, withQuery } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('imports'))('title') };
}

export default async function ImportsPage({ searchParams }: PageProps<'/admin/imports'>) {
  const me = await forPage(adminUser);
  const filter = await pageFilter(importFilter, searchParams);
  const { data, nextCursor } = await readPage(me, (db) => listImports(db, filter));
  const t = await getTranslations('imports');
  const start = (
    <LinkButton href={paths.admin.imports.new} look="primary">
      {t('new')}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={start} />
      {data.length > 0 ? (
        <ImportTable imports={data} timeZone={me.tenant.timeZone} />
      ) : (
        <EmptyState title={t('empty.title')} icon={<Icon name="file-spreadsheet" />} action={start}>
          {t('empty.text')}
        </EmptyState>
      )}
      <Pagination
        firstHref={filter.cursor ? paths.admin.imports.list : null}
        nextHref={nextCursor ? withQuery(paths.admin.imports.list, { cursor: nextCursor }) : null}
      />
    </>
  );
}
