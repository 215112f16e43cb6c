import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { recordVisitAction } from '@/app/client/actions';
import { DocumentFilter } from '@/components/documents/document-filter';
import { DocumentRows } from '@/components/documents/document-rows';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Section } from '@/components/ui/section';
import { RecordVisit } from '@/components/visits/record-visit';
import { clientUser } from '@/lib/authz/guards';
import { listClientDocuments } from '@/lib/documents/queries';
import { type ClientDocument, clientDocumentFilter } from '@/lib/documents/schemas';
import { listPublishedTypes } from '@/lib/documents/types/queries';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { paths, withQuery } from '@/lib/paths';
import { listProjectChoices } from '@/lib/projects/queries';
import { findVisit } from '@/lib/visits/queries';
import { isNew } from '@/lib/visits/rule';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('documents'))('title') };
}

export default async function ClientDocumentsPage({ searchParams }: PageProps<'/client/documents'>) {
  const me = await forPage(clientUser);
  const filter = await pageFilter(clientDocumentFilter, searchParams);
  const { documents, projects, types, visit } = await readPage(me, async (db) => ({
    documents: await listClientDocuments(db, filter),
    projects: await listProjectChoices(db, { having: 'publishedDocuments' }),
    types: await listPublishedTypes(db),
    visit: await findVisit(db, me.userId, 'documents'),
  }));
  const [t, title] = await Promise.all([getTranslations('documents.client'), getTranslations('documents')]);
  const { name: tenant, timeZone } = me.tenant;
  const { search, projectId, type, cursor } = filter;
  const list = paths.client.documents;
  const address = (more: { cursor?: string }) => withQuery(list, { search, project_id: projectId, type, ...more });
  const isNewHere = (document: ClientDocument) => isNew(document.publishedAt, visit);
  const newOnes = documents.data.filter(isNewHere).length;
  const groups = byProject(documents.data);

  return (
    <div className="max-w-4xl">
      {visit.unrecorded && <RecordVisit place="documents" action={recordVisitAction} />}
      <PageHeader title={title('title')} lead={t('lead', { tenant })} />
      {projects.length === 0 ? (
        <EmptyState icon={<Icon name="file-text" />} title={t('empty.title')}>
          {t('empty.text', { tenant })}
        </EmptyState>
      ) : (
        <>
          <DocumentFilter address={list} filter={filter} projects={projects} types={types} />
          {documents.data.length === 0 && (
            <EmptyState title={t('none.title')} action={<LinkButton href={list}>{t('all')}</LinkButton>}>
              {t('none.text')}
            </EmptyState>
          )}
          {newOnes > 0 && visit.isReturning && (
            <p className="mb-8 text-ink-soft">{t('newCount', { count: newOnes })}</p>
          )}
          {groups.map(({ id, name, documents: ofProject }) => (
            <Section key={id} title={name}>
              <DocumentRows documents={ofProject} label={name} timeZone={timeZone} isNew={isNewHere} />
            </Section>
          ))}
        </>
      )}
      <Pagination
        firstHref={cursor ? address({}) : null}
        nextHref={documents.nextCursor ? address({ cursor: documents.nextCursor }) : null}
      />
    </div>
  );
}

/** Groups documents by project. Projects and documents keep the order of the list: latest first. */
function byProject(documents: readonly ClientDocument[]) {
  const groups = new Map<string, { id: string; name: string; documents: ClientDocument[] }>();
  for (const document of documents) {
    const { projectId: id, projectName: name } = document;
    const group = groups.get(id) ?? { id, name, documents: [] };
    group.documents.push(document);
    groups.set(id, group);
  }
  return [...groups.values()];
}
