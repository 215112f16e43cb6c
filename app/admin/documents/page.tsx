import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { moveDocumentsAction } from '@/app/admin/documents/actions';
import { DocumentFilter } from '@/components/documents/document-filter';
import { DocumentViews } from '@/components/documents/document-views';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Tabs } from '@/components/ui/tabs';
import { teamMember } from '@/lib/authz/guards';
import { today } from '@/lib/dates';
import { teamDocumentFilter } from '@/lib/documents/schemas';
import { listTeamDocuments, readBoard } from '@/lib/documents/team-queries';
import { type DocumentStatus, documentStatuses } from '@/lib/documents/transitions/rule';
import { listTypeChoices } from '@/lib/documents/types/queries';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { paths, withQuery } from '@/lib/paths';
import { listTeamProjectChoices } from '@/lib/projects/team-queries';

/** The states that wait for a step of the team; their documents stand above all others. */
const waiting = ['pending', 'approved'] as const;

const documentsFilter = teamDocumentFilter.extend({ view: z.literal('board').optional() });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('documents'))('title') };
}

export default async function DocumentsPage({ searchParams }: PageProps<'/admin/documents'>) {
  const me = await forPage(teamMember);
  const filter = await pageFilter(documentsFilter, searchParams);
  const { search, projectId, type, status, cursor, view } = filter;
  const first = !view && !status && !cursor;
  const { counts, page, columns, projects, types } = await readPage(me, async (db) => ({
    ...(await readBoard(db, filter, me, view ? documentStatuses : first ? waiting : [])),
    page: view ? null : await listTeamDocuments(db, filter, me, status ? [] : waiting),
    projects: await listTeamProjectChoices(db, projectId),
    types: await listTypeChoices(db),
  }));
  const [t, title, terms] = await Promise.all([
    getTranslations('documents.board'),
    getTranslations('documents'),
    getTranslations('terms.documentStatus'),
  ]);
  const list = paths.admin.documents.list;
  const address = (more: { status?: string | undefined; cursor?: string; view?: string }) =>
    withQuery(list, { search, project_id: projectId, type, ...more });
  const tabs = [
    { href: address({}), label: t('all'), current: !view && !status },
    ...documentStatuses.map((value) => ({
      ...{ href: address({ status: value }), label: terms(value), count: counts[value] },
      current: !view && status === value,
    })),
    { href: address({ view: 'board' }), label: t('board'), current: Boolean(view) },
  ];
  const hrefOf = (value: DocumentStatus) => address({ status: value });
  const filtered = Boolean(search || projectId || type);
  const nothing = Object.values(counts).every((count) => count === 0);
  const upload = (
    <LinkButton href={withQuery(paths.admin.documents.new, { project_id: projectId })} look="primary">
      {t('upload')}
    </LinkButton>
  );

  return (
    <>
      <PageHeader
        title={title('title')}
        actions={
          <>
            {me.userType === 'admin' && <LinkButton href={paths.admin.documentTypes.list}>{t('types')}</LinkButton>}
            {upload}
          </>
        }
      />
      {nothing && !filtered ? (
        <EmptyState title={t('empty.title')} action={upload}>
          {t('empty.text')}
        </EmptyState>
      ) : (
        <>
          <Tabs label={t('views')} tabs={tabs} />
          <DocumentFilter address={list} filter={filter} projects={projects} types={types} keep={{ status, view }} />
          {(page && !first ? page.data.length === 0 : nothing) ? (
            <EmptyState title={t('none.title')} action={<LinkButton href={list}>{title('filter.clear')}</LinkButton>}>
              {t('none.text')}
            </EmptyState>
          ) : (
            <DocumentViews
              shown={
                !page
                  ? { columns, hrefOf }
                  : first
                    ? { waiting: columns, documents: page.data, hrefOf }
                    : { documents: page.data }
              }
              userType={me.userType}
              today={today(me.tenant.timeZone)}
              timeZone={me.tenant.timeZone}
              action={moveDocumentsAction}
            />
          )}
        </>
      )}
      <Pagination
        firstHref={cursor ? address({ status }) : null}
        nextHref={page?.nextCursor ? address({ status, cursor: page.nextCursor }) : null}
      />
    </>
  );
}
