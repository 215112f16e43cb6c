import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { PhaseTimeline } from '@/components/charts/phase-timeline';
import { DocumentRows } from '@/components/documents/document-rows';
import { PhotoStrip } from '@/components/gallery/photo-strip';
import { ClientProjectFacts } from '@/components/projects/client-project-facts';
import { NowAndNext } from '@/components/projects/now-and-next';
import { ProjectHead } from '@/components/projects/project-head';
import { ProjectMoney } from '@/components/projects/project-money';
import { StateLine } from '@/components/projects/state-line';
import { TimelineLegend } from '@/components/projects/timeline-legend';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { ProjectUpdateList } from '@/components/updates/project-update-list';
import { clientUser } from '@/lib/authz/guards';
import { today as todayIn } from '@/lib/dates';
import { listClientDocuments } from '@/lib/documents/queries';
import { forPage, pageId, readPage } from '@/lib/doors/page';
import { latestPhotos } from '@/lib/gallery/queries';
import { projectMoney } from '@/lib/invoices/of-project/queries';
import { paths } from '@/lib/paths';
import { getProject } from '@/lib/projects/queries';
import { listProjectUpdates } from '@/lib/updates/queries';

/** Maximum number of records on this page; the tabs show all. */
const most = { documents: 3, photos: 8, updates: 2 };

// The title and the page share one guarded read, so the title of an inaccessible project does not leak.
const load = cache(async (id: string) =>
  readPage(await forPage(clientUser), async (db) => ({
    project: await getProject(db, { id }),
    photos: await latestPhotos(db, { projectId: id }, most.photos),
    documents: await listClientDocuments(db, { projectId: id, limit: most.documents }, { known: true }),
    updates: await listProjectUpdates(db, { projectId: id, limit: most.updates }),
    money: await projectMoney(db, id),
  })),
);

type Props = PageProps<'/client/projects/[id]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load(await pageId(params))).project.name };
}

export default async function ClientProjectPage({ params }: Props) {
  const me = await forPage(clientUser);
  const { project, updates, documents, photos, money } = await load(await pageId(params));
  const [t, papers] = await Promise.all([getTranslations('client.project'), getTranslations('documents.client')]);
  const { timeZone } = me.tenant;
  const today = todayIn(timeZone);
  const { id, phases, description } = project;
  const tabs = paths.client.project;

  return (
    <div className="max-w-page">
      <ProjectHead project={project} viewer="client" current="overview" />
      {phases.length > 0 && (
        <p className="mb-4 text-lg">
          <StateLine project={project} today={today} />
        </p>
      )}
      <NowAndNext phases={phases} today={today} />
      <PhotoStrip photos={photos} timeZone={timeZone} href={tabs.photos(id)} />
      {updates.data.length > 0 && (
        <Section title={t('updates.latest')} aside={<TextLink href={tabs.updates(id)}>{t('updates.all')}</TextLink>}>
          <ProjectUpdateList updates={updates.data} timeZone={timeZone} />
        </Section>
      )}
      {documents.data.length > 0 && (
        <Section
          title={papers('latest')}
          aside={documents.nextCursor && <TextLink href={tabs.documents(id)}>{papers('all')}</TextLink>}
        >
          <DocumentRows documents={documents.data} label={papers('latest')} timeZone={timeZone} />
        </Section>
      )}
      <Section title={t('phases.title')} lead={phases.length > 0 && <TimelineLegend />}>
        {phases.length > 0 ? (
          <PhaseTimeline groups={[{ id, phases }]} today={today} />
        ) : (
          <p className="text-ink-soft">{t('phases.empty')}</p>
        )}
      </Section>
      <ProjectMoney money={money} />
      <Section title={t('facts.title')}>
        {description && <p className="mb-6 max-w-prose whitespace-pre-line leading-relaxed">{description}</p>}
        <ClientProjectFacts project={project} today={today} />
      </Section>
    </div>
  );
}
