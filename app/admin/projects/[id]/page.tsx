import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { accessActions } from '@/app/admin/users/access-actions';
import { PhaseTimeline } from '@/components/charts/phase-timeline';
import { WhoSees } from '@/components/explain/who-sees';
import { PhotoRow } from '@/components/gallery/photo-row';
import { ProjectFacts } from '@/components/projects/project-facts';
import { ProjectHead } from '@/components/projects/project-head';
import { ProjectMoney } from '@/components/projects/project-money';
import { ScheduleFacts } from '@/components/projects/schedule-facts';
import { ViewerList } from '@/components/projects/viewer-list';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { teamMember } from '@/lib/authz/guards';
import { today } from '@/lib/dates';
import { forPage, pageId, readPage } from '@/lib/doors/page';
import { countPhotos, listTeamPhotos } from '@/lib/gallery/team-queries';
import { projectMoney } from '@/lib/invoices/of-project/queries';
import { paths, withQuery } from '@/lib/paths';
import { getTeamProject, listViewers } from '@/lib/projects/team-queries';

type Props = PageProps<'/admin/projects/[id]'>;

/** Cached per request: the page and its title share one read. */
const load = cache(async (id: string) => {
  const me = await forPage(teamMember);
  return readPage(me, async (db) => {
    const project = await getTeamProject(db, { id });
    const counts = await countPhotos(db, { projectId: id });
    const photos = (await listTeamPhotos(db, { projectId: id, limit: 8 }, { known: true })).data;
    // Money is for admins; staff have no right to read it.
    const money = me.userType === 'admin' ? await projectMoney(db, id) : null;
    return { project, counts, photos, money, viewers: await listViewers(db, project) };
  });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load(await pageId(params))).project.name };
}

export default async function ProjectPage({ params }: Props) {
  const me = await forPage(teamMember);
  const { project, viewers, photos, counts, money } = await load(await pageId(params));
  const photoCount = counts.internal + counts.client + counts.public;
  const { id, clientName, phases } = project;
  const [t, see, gallery] = await Promise.all([
    getTranslations('projects.show'),
    getTranslations('projects.viewers'),
    getTranslations('gallery.team'),
  ]);
  const isAdmin = me.userType === 'admin';
  const day = today(me.tenant.timeZone);
  return (
    <>
      <ProjectHead
        project={project}
        viewer={me.userType}
        current="overview"
        clientName={clientName}
        actions={<LinkButton href={paths.admin.projects.edit(id)}>{t('edit')}</LinkButton>}
      />
      <div className="space-y-6">
        {project.description && <p className="max-w-prose whitespace-pre-line text-lg">{project.description}</p>}
        <ProjectFacts project={project} peopleLinks={isAdmin} />
      </div>
      <Section
        title={t('phases')}
        aside={<TextLink href={paths.admin.projects.phases(id)}>{t('managePhases')}</TextLink>}
      >
        {phases.length > 0 ? (
          <div className="space-y-6">
            <ScheduleFacts phases={phases} today={day} />
            <PhaseTimeline groups={[{ id, phases }]} today={day} />
          </div>
        ) : (
          <EmptyState title={t('noPhasesTitle')}>{t('noPhases')}</EmptyState>
        )}
      </Section>
      <Section
        title={gallery('title')}
        lead={gallery('count', { count: photoCount, shared: counts.client })}
        aside={<TextLink href={paths.admin.projects.photos(id)}>{gallery('manage')}</TextLink>}
      >
        <PhotoRow photos={photos} timeZone={me.tenant.timeZone} />
      </Section>
      {money && <ProjectMoney money={money} />}
      {isAdmin && (
        <Section
          title={see('title')}
          lead={viewers.length > 0 ? see('lead', { client: clientName }) : undefined}
          aside={<WhoSees type="project" id={id} />}
        >
          {viewers.length > 0 ? (
            <ViewerList
              viewers={viewers}
              clientId={project.clientId}
              contactId={project.clientUserId}
              actions={accessActions}
            />
          ) : (
            <EmptyState
              title={see('none', { client: clientName })}
              action={
                <LinkButton href={withQuery(paths.admin.users.new, { client_id: project.clientId })}>
                  {see('addPerson')}
                </LinkButton>
              }
            />
          )}
        </Section>
      )}
    </>
  );
}
