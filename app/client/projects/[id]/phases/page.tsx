import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { PhaseTimeline } from '@/components/charts/phase-timeline';
import { DateHistory } from '@/components/projects/date-history';
import { ProjectHead } from '@/components/projects/project-head';
import { ScheduleFacts } from '@/components/projects/schedule-facts';
import { TimelineLegend } from '@/components/projects/timeline-legend';
import { AskAboutPhase } from '@/components/support/ask-about-phase';
import { EmptyState } from '@/components/ui/empty-state';
import { Section } from '@/components/ui/section';
import { clientUser } from '@/lib/authz/guards';
import { today } from '@/lib/dates';
import { forPage, pageId, readPage } from '@/lib/doors/page';
import { getProject } from '@/lib/projects/queries';
import { newestDateChanges } from '@/lib/projects/schedule/queries';

type Props = PageProps<'/client/projects/[id]/phases'>;

const load = cache(async (id: string) =>
  readPage(await forPage(clientUser), async (db) => ({
    ...(await getProject(db, { id })),
    changes: await newestDateChanges(db, { projectId: id }),
  })),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('projects.tabs');
  return { title: `${t('phases')} · ${(await load(await pageId(params))).name}` };
}

export default async function ClientProjectPhasesPage({ params }: Props) {
  const me = await forPage(clientUser);
  const project = await load(await pageId(params));
  const [t, history] = await Promise.all([
    getTranslations('client.project.phases'),
    getTranslations('schedule.history'),
  ]);
  const { id, phases, changes } = project;
  const day = today(me.tenant.timeZone);
  return (
    <div className="max-w-page">
      <ProjectHead project={project} viewer="client" current="phases" />
      {phases.length > 0 ? (
        <Section title={t('title')} lead={<TimelineLegend />}>
          <div className="mb-8 empty:hidden">
            <ScheduleFacts phases={phases} today={day} />
          </div>
          <PhaseTimeline groups={[{ id, phases }]} today={day} />
          <AskAboutPhase phases={phases} />
        </Section>
      ) : (
        <EmptyState title={t('title')}>{t('empty')}</EmptyState>
      )}
      {changes.length > 0 && (
        <Section title={history('title')} lead={history('lead')}>
          <DateHistory changes={changes} timeZone={me.tenant.timeZone} viewer="client" />
        </Section>
      )}
    </div>
  );
}
