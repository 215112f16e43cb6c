import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { TypeTable } from '@/components/documents/type-table';
import { RecordList } from '@/components/ui/record-list';
import { adminUser } from '@/lib/authz/guards';
import { listDocumentTypes } from '@/lib/documents/types/queries';
import { documentTypeOrder } from '@/lib/documents/types/schemas';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { pageQuery } from '@/lib/paging';
import { paths } from '@/lib/paths';

const listPage = pageQuery(documentTypeOrder);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('documents.types'))('title') };
}

export default async function DocumentTypesPage({ searchParams }: PageProps<'/admin/document-types'>) {
  const me = await forPage(adminUser);
  const page = await pageFilter(listPage, searchParams);
  const { data, nextCursor } = await readPage(me, (db) => listDocumentTypes(db, page));
  const [t, words] = await Promise.all([getTranslations('documents.types'), getTranslations('documents')]);
  const { list, new: create } = paths.admin.documentTypes;
  return (
    <RecordList
      title={t('title')}
      trail={[{ href: paths.admin.documents.list, label: words('title') }]}
      create={{ href: create, label: t('new') }}
      empty={{ title: t('empty.title'), text: t('empty.text') }}
      list={{ address: list, cursor: page.cursor, nextCursor, isEmpty: data.length === 0 }}
    >
      <TypeTable types={data} />
    </RecordList>
  );
}
