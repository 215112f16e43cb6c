import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { moveDocumentsAction } from '@/app/admin/documents/actions';
import { DocumentViews } from '@/components/documents/document-views';
import { ProjectHead } from '@/components/projects/project-head';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Pagination } from '@/components/ui/pagination';
import { teamMember } from '@/lib/authz/guards';
import { today } from '@/lib/dates';
import { teamDocumentOrder } from '@/lib/documents/schemas';
import { listTeamDocuments } from '@/lib/documents/team-queries';
import { forPage, pageFilter, pageId, readPage } from '@/lib/doors/page';
import { pageQuery } from '@/lib/paging';
import { paths, withQuery } from '@/lib/paths';
import { getTeamProject } from '@/lib/projects/team-queries';

const listPage = pageQuery(teamDocumentOrder);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('documents'))('title') };
}

export default async function ProjectDocumentsPage({
  params,
  searchParams,
}: PageProps<'/admin/projects/[id]/documents'>) {
  const me = await forPage(teamMember);
  const [id, page] = await Promise.all([pageId(params), pageFilter(listPage, searchParams)]);
  const { project, documents } = await readPage(me, async (db) => ({
    project: await getTeamProject(db, { id }),
    documents: await listTeamDocuments(db, { ...page, projectId: id }, me),
  }));
  const [t, words, bulk] = await Promise.all([
    getTranslations('documents.project'),
    getTranslations('documents'),
    getTranslations('bulk'),
  ]);
  const { timeZone } = me.tenant;
  const address = paths.admin.projects.documents(id);
  const upload = (
    <>
      <LinkButton href={withQuery(paths.admin.documents.new, { project_id: id })} look="primary">
        {words('board.upload')}
      </LinkButton>
      <LinkButton href={paths.admin.projects.upload(id, 'documents')}>{bulk('link')}</LinkButton>
    </>
  );
  return (
    <>
      <ProjectHead
        project={project}
        viewer={me.userType}
        current="documents"
        clientName={project.clientName}
        actions={upload}
      />
      {documents.data.length > 0 ? (
        <DocumentViews
          shown={{ documents: documents.data, namesProject: false }}
          userType={me.userType}
          today={today(timeZone)}
          timeZone={timeZone}
          action={moveDocumentsAction}
        />
      ) : (
        <EmptyState title={t('empty')} action={upload} />
      )}
      <Pagination
        firstHref={page.cursor ? address : null}
        nextHref={documents.nextCursor ? withQuery(address, { cursor: documents.nextCursor }) : null}
      />
    </>
  );
}
