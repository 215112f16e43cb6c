import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { PhaseTimeline } from '@/components/charts/phase-timeline';
import { ProgressRing } from '@/components/charts/progress-ring';
import { PhotoRow } from '@/components/gallery/photo-row';
import { ProjectFacts } from '@/components/projects/project-facts';
import { ProjectStatusBadge } from '@/components/projects/project-status-badge';
import { ViewerList } from '@/components/projects/viewer-list';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { teamMember } from '@/lib/authz/guards';
import { today } from '@/lib/dates';
import { forPage, pageId, readPage } from '@/lib/doors/page';
import { countPhotos, listTeamPhotos } from '@/lib/gallery/team-queries';
import { paths } from '@/lib/paths';
import { getTeamProject, listViewers } from '@/lib/projects/team-queries';

type Props = PageProps<'/admin/projects/[id]'>;

/** Cached per request: the page and its title share one read. */
const load = cache(async (id: string) => {
  const me = await forPage(teamMember);
  return readPage(me, async (db) => {
    const project = await getTeamProject(db, { id });
    const counts = await countPhotos(db, { projectId: id });
    const photos = (await listTeamPhotos(db, { projectId: id, limit: 8 })).data;
    return { project, counts, photos, viewers: await listViewers(db, project) };
  });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load(await pageId(params))).project.name };
}

export default async function ProjectPage({ params }: Props) {
  const me = await forPage(teamMember);
  const { project, viewers, photos, counts } = await load(await pageId(params));
  const photoCount = counts.internal + counts.client + counts.public;
  const { id, name, clientName, phases } = project;
  const [t, list, see, documents, gallery] = await Promise.all([
    getTranslations('projects.show'),
    getTranslations('projects.list'),
    getTranslations('projects.viewers'),
    getTranslations('documents'),
    getTranslations('gallery.team'),
  ]);
  const isAdmin = me.userType === 'admin';
  return (
    <>
      <PageHeader
        title={name}
        eyebrow={clientName}
        trail={[{ href: paths.admin.projects.list, label: list('title') }]}
        badge={<ProjectStatusBadge status={project.status} />}
        actions={
          <>
            <LinkButton href={paths.admin.projects.edit(id)} look="secondary">
              {t('edit')}
            </LinkButton>
            <LinkButton href={paths.admin.projects.documents(id)}>{documents('title')}</LinkButton>
            <LinkButton href={paths.admin.projects.photos(id)}>{gallery('title')}</LinkButton>
            <LinkButton href={paths.admin.projects.phases(id)} look="primary">
              {t('managePhases')}
            </LinkButton>
          </>
        }
      />
      <div className="flex flex-col gap-8 sm:flex-row sm:gap-12">
        <ProgressRing percent={project.progress} label={t('progress', { name })} size="large" />
        <div className="min-w-0 flex-1 space-y-6">
          {project.description && <p className="max-w-prose whitespace-pre-line text-lg">{project.description}</p>}
          <ProjectFacts project={project} peopleLinks={isAdmin} />
        </div>
      </div>
      <Section title={t('phases')}>
        {phases.length > 0 ? (
          <PhaseTimeline groups={[{ id, phases }]} today={today(me.tenant.timeZone)} />
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
      {isAdmin && (
        <Section title={see('title')} lead={viewers.length > 0 ? see('lead', { client: clientName }) : undefined}>
          {viewers.length > 0 ? (
            <ViewerList viewers={viewers} contactId={project.clientUserId} />
          ) : (
            <EmptyState title={see('none', { client: clientName })} />
          )}
        </Section>
      )}
    </>
  );
}
