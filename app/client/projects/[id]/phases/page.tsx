import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { PhaseTimeline } from '@/components/charts/phase-timeline';
import { ProjectHead } from '@/components/projects/project-head';
import { TimelineLegend } from '@/components/projects/timeline-legend';
import { AskAboutPhase } from '@/components/support/ask-about-phase';
import { EmptyState } from '@/components/ui/empty-state';
import { Section } from '@/components/ui/section';
import { clientUser } from '@/lib/authz/guards';
import { today } from '@/lib/dates';
import { forPage, pageId, readPage } from '@/lib/doors/page';
import { getProject } from '@/lib/projects/queries';

type Props = PageProps<'/client/projects/[id]/phases'>;

const load = cache(async (id: string) => readPage(await forPage(clientUser), (db) => getProject(db, { id })));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('projects.tabs');
  return { title: `${t('phases')} · ${(await load(await pageId(params))).name}` };
}

export default async function ClientProjectPhasesPage({ params }: Props) {
  const me = await forPage(clientUser);
  const project = await load(await pageId(params));
  const t = await getTranslations('client.project.phases');
  const { id, phases } = project;
  return (
    <div className="max-w-page">
      <ProjectHead project={project} viewer="client" current="phases" />
      {phases.length > 0 ? (
        <Section title={t('title')} lead={<TimelineLegend />}>
          <PhaseTimeline groups={[{ id, phases }]} today={today(me.tenant.timeZone)} />
          <AskAboutPhase phases={phases} />
        </Section>
      ) : (
        <EmptyState title={t('title')}>{t('empty')}</EmptyState>
      )}
    </div>
  );
}
