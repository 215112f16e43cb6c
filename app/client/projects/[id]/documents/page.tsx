import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { DocumentRows } from '@/components/documents/document-rows';
import { ProjectHead } from '@/components/projects/project-head';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { clientUser } from '@/lib/authz/guards';
import { listClientDocuments } from '@/lib/documents/queries';
import { clientDocumentOrder } from '@/lib/documents/schemas';
import { forPage, pageFilter, pageId, readPage } from '@/lib/doors/page';
import { pageQuery } from '@/lib/paging';
import { paths, withQuery } from '@/lib/paths';
import { getProject } from '@/lib/projects/queries';

const listPage = pageQuery(clientDocumentOrder);

type Props = PageProps<'/client/projects/[id]/documents'>;

const load = cache(async (id: string, cursor: string | undefined, limit: number) =>
  readPage(await forPage(clientUser), async (db) => ({
    project: await getProject(db, { id }),
    documents: await listClientDocuments(db, { projectId: id, limit, ...(cursor ? { cursor } : {}) }),
  })),
);

async function loadPage({ params, searchParams }: Props) {
  const [id, { cursor, limit }] = await Promise.all([pageId(params), pageFilter(listPage, searchParams)]);
  return { ...(await load(id, cursor, limit)), cursor };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations('projects.tabs');
  return { title: `${t('documents')} · ${(await loadPage(props)).project.name}` };
}

export default async function ClientProjectDocumentsPage(props: Props) {
  const me = await forPage(clientUser);
  const { project, documents, cursor } = await loadPage(props);
  const t = await getTranslations('documents.client');
  const { name: tenant, timeZone } = me.tenant;
  const address = paths.client.project.documents(project.id);
  return (
    <div className="max-w-page">
      <ProjectHead project={project} viewer="client" current="documents" />
      {documents.data.length > 0 ? (
        <DocumentRows documents={documents.data} label={t('ofProject')} timeZone={timeZone} />
      ) : (
        <EmptyState title={t('empty.title')}>{t('empty.text', { tenant })}</EmptyState>
      )}
      <Pagination
        firstHref={cursor ? address : null}
        nextHref={documents.nextCursor ? withQuery(address, { cursor: documents.nextCursor }) : null}
      />
    </div>
  );
}
