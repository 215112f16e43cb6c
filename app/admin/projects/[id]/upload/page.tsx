import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { z } from 'zod';
import { BulkUpload } from '@/components/bulk/bulk-upload';
import { WhoWillSee } from '@/components/explain/who-will-see';
import { Messages } from '@/components/layout/messages';
import { PageHeader } from '@/components/ui/page-header';
import { teamMember } from '@/lib/authz/guards';
import { listTypeChoices } from '@/lib/documents/types/queries';
import { forPage, pageFilter, pageId, readPage } from '@/lib/doors/page';
import { paths } from '@/lib/paths';
import { getTeamProject } from '@/lib/projects/team-queries';
import { endingsOf, type UploadKind, uploadKinds } from '@/lib/storage/kinds';

type Props = PageProps<'/admin/projects/[id]/upload'>;

/** The tab from which the page was opened. */
const preset = z.object({ prefer: z.enum(['photos', 'documents']).default('photos') });

const load = cache(async (id: string) => {
  const me = await forPage(teamMember);
  return readPage(me, async (db) => ({
    project: await getTeamProject(db, { id }),
    types: await listTypeChoices(db),
  }));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { project } = await load(await pageId(params));
  return { title: `${(await getTranslations('bulk'))('title')} · ${project.name}` };
}

export default async function BulkUploadPage({ params, searchParams }: Props) {
  const [id, { prefer }] = await Promise.all([pageId(params), pageFilter(preset, searchParams)]);
  const me = await forPage(teamMember);
  const { project, types } = await load(id);
  const [t, projects] = await Promise.all([getTranslations('bulk'), getTranslations('projects')]);
  const named = ({ id: of, name }: { id: string; name: string }) => ({ id: of, name });
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead', { project: project.name })}
        trail={[
          { href: paths.admin.projects.list, label: projects('list.title') },
          { href: paths.admin.projects[prefer](id), label: project.name },
        ]}
      />
      <div className="max-w-4xl">
        <Messages for={['bulk', 'photos.upload.who', 'common.progress']}>
          <BulkUpload
            projectId={id}
            offer={{
              phases: project.phases.map(named),
              types: types.map(named),
              photos: acceptedOf('photo'),
              documents: acceptedOf('document'),
              prefer,
            }}
            ahead={me.userType === 'admin' && <WhoWillSee ahead="photo" project={{ id }} />}
            addresses={{ photo: paths.files.uploadPhoto, document: paths.files.uploadDocument }}
          />
        </Messages>
      </div>
    </>
  );
}

function acceptedOf(kind: UploadKind) {
  const { types, maxBytes } = uploadKinds[kind];
  return { endings: types.flatMap((type) => [...endingsOf(type)]), maxBytes };
}
