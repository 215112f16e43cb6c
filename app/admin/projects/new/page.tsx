import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { createProjectAction } from '@/app/admin/projects/actions';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { Messages } from '@/components/layout/messages';
import { PartyFields } from '@/components/projects/party-fields';
import { ProjectFields } from '@/components/projects/project-fields';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { teamMember } from '@/lib/authz/guards';
import { listClientChoices } from '@/lib/clients/queries';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { recordId } from '@/lib/fields';
import { paths } from '@/lib/paths';
import { listParties } from '@/lib/projects/team-queries';

/** Preselects a client, for links from the client page. */
const preset = z.object({ clientId: recordId().optional() });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('projects.form'))('new') };
}

export default async function NewProjectPage({ searchParams }: PageProps<'/admin/projects/new'>) {
  const me = await forPage(teamMember);
  const { clientId } = await pageFilter(preset, searchParams);
  const parties = await readPage(me, async (db) => listParties(db, await listClientChoices(db, clientId), clientId));
  const [t, list] = await Promise.all([getTranslations('projects.form'), getTranslations('projects.list')]);
  const isAdmin = me.userType === 'admin';
  return (
    <>
      <PageHeader
        title={t('new')}
        lead={t('newLead')}
        trail={[{ href: paths.admin.projects.list, label: list('title') }]}
      />
      {parties.clients.options.length === 0 ? (
        <EmptyState
          title={t('noClients')}
          action={isAdmin && <LinkButton href={paths.admin.clients.new}>{t('createClient')}</LinkButton>}
        />
      ) : (
        <Form action={createProjectAction}>
          <ProjectFields>
            <Messages for={['projects.form.party', 'common.picker']}>
              <PartyFields parties={parties} clientId={clientId} seesPeople={isAdmin} />
            </Messages>
          </ProjectFields>
          <SubmitButton>{t('create')}</SubmitButton>
        </Form>
      )}
    </>
  );
}
