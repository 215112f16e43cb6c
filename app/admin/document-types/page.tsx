import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { TypeTable } from '@/components/documents/type-table';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { adminUser } from '@/lib/authz/guards';
import { listDocumentTypes } from '@/lib/documents/types/queries';
import { documentTypeOrder } from '@/lib/documents/types/schemas';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { pageQuery } from '@/lib/paging';
import { paths, withQuery } from '@/lib/paths';

const listPage = pageQuery(documentTypeOrder);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('documents.types'))('title') };
}

export default async function DocumentTypesPage({ searchParams }: PageProps<'/admin/document-types'>) {
  const me = await forPage(adminUser);
  const page = await pageFilter(listPage, searchParams);
  const { data, nextCursor } = await readPage(me, (db) => listDocumentTypes(db, page));
  const [t, words] = await Promise.all([getTranslations('documents.types'), getTranslations('documents')]);
  const list = paths.admin.documentTypes.list;
  const create = (
    <LinkButton href={paths.admin.documentTypes.new} look="primary">
      {t('new')}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        trail={[{ href: paths.admin.documents.list, label: words('title') }]}
        actions={create}
      />
      {data.length > 0 ? (
        <TypeTable types={data} />
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
