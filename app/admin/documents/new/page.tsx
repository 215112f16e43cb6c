import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { UploadForm } from '@/components/documents/upload-form';
import { Messages } from '@/components/layout/messages';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { teamMember } from '@/lib/authz/guards';
import { listTypeChoices } from '@/lib/documents/types/queries';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { paths, withQuery } from '@/lib/paths';
import { listTeamProjectChoices } from '@/lib/projects/team-queries';
import { acceptOf, uploadKinds } from '@/lib/storage/kinds';

/** Preselects a project, for links from the project's documents. */
const preset = z.object({ projectId: z.uuid().optional() });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('documents.upload'))('title') };
}

export default async function UploadDocumentsPage({ searchParams }: PageProps<'/admin/documents/new'>) {
  const me = await forPage(teamMember);
  const { projectId } = await pageFilter(preset, searchParams);
  const { projects, types } = await readPage(me, async (db) => ({
    projects: await listTeamProjectChoices(db, projectId),
    types: await listTypeChoices(db),
  }));
  const [t, documents] = await Promise.all([getTranslations('documents.upload'), getTranslations('documents')]);
  const isAdmin = me.userType === 'admin';
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        trail={[{ href: paths.admin.documents.list, label: documents('title') }]}
      />
      {projects.options.length === 0 ? (
        <EmptyState
          title={t('noProjects')}
          action={<LinkButton href={paths.admin.projects.new}>{t('createProject')}</LinkButton>}
        />
      ) : types.length === 0 ? (
        <EmptyState
          title={t('noTypes')}
          action={isAdmin && <LinkButton href={paths.admin.documentTypes.new}>{t('createType')}</LinkButton>}
        />
      ) : (
        <Messages
          for={[
            'documents.upload.form',
            'common.picker',
            'errors.field.required',
            'errors.reason.fileTooLarge',
            'common.upload',
            'common.progress',
          ]}
        >
          <UploadForm
            projects={projects}
            projectId={projectId}
            types={types.map(({ id, name, requiresApproval }) => ({
              value: id,
              label: requiresApproval ? t('typeApproval', { name }) : name,
            }))}
            accept={acceptOf('document')}
            maxBytes={uploadKinds.document.maxBytes}
            next={
              <LinkButton href={withQuery(paths.admin.documents.list, { project_id: projectId })}>
                {t('documents')}
              </LinkButton>
            }
          />
        </Messages>
      )}
    </>
  );
}
