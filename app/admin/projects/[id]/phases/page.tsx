import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import {
  addPhaseAction,
  addPhasesFromTemplateAction,
  keepPhasesAsTemplateAction,
  movePhaseAction,
  savePhaseAction,
  setBaselineAction,
} from '@/app/admin/projects/[id]/phases/actions';
import { DateHistory } from '@/components/projects/date-history';
import { KeepAsTemplate } from '@/components/projects/keep-as-template';
import { PhaseGrid } from '@/components/projects/phase-grid';
import { ProjectHead } from '@/components/projects/project-head';
import { ScheduleFacts } from '@/components/projects/schedule-facts';
import { SetBaseline } from '@/components/projects/set-baseline';
import { TemplateStart } from '@/components/projects/template-start';
import { EmptyState } from '@/components/ui/empty-state';
import { Section } from '@/components/ui/section';
import { teamMember } from '@/lib/authz/guards';
import { today } from '@/lib/dates';
import { forPage, pageId, readPage } from '@/lib/doors/page';
import { phaseEdit } from '@/lib/projects/phases/checks';
import { newestDateChanges } from '@/lib/projects/schedule/queries';
import { getTeamProject } from '@/lib/projects/team-queries';
import { listPhaseTemplates } from '@/lib/projects/templates/queries';
import { dayAfter } from '@/lib/projects/templates/rule';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('phases.list'))('title') };
}

export default async function PhasesPage({ params }: PageProps<'/admin/projects/[id]/phases'>) {
  const me = await forPage(teamMember);
  const id = await pageId(params);
  const { project, templates, changes } = await readPage(me, async (db) => {
    const project = await getTeamProject(db, { id });
    const templates = project.phases.length === 0 ? await listPhaseTemplates(db) : null;
    return { project, templates, changes: await newestDateChanges(db, { projectId: id }) };
  });
  const { name, phases } = project;
  const [t, history] = await Promise.all([getTranslations('phases.list'), getTranslations('schedule.history')]);
  const planned = phases.some(({ baselineEndOn }) => baselineEndOn !== null);
  const day = today(me.tenant.timeZone);
  const grid = (
    <PhaseGrid
      project={project}
      versionOf={phaseEdit.version}
      today={day}
      startsOn={dayAfter(phases) ?? project.startsOn}
      add={addPhaseAction}
      save={savePhaseAction}
      move={movePhaseAction}
    />
  );
  return (
    <>
      <ProjectHead project={project} viewer={me.userType} current="phases" clientName={project.clientName} />
      <ScheduleFacts phases={phases} today={day} />
      {phases.length === 0 && <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
      {templates && (
        <TemplateStart
          action={addPhasesFromTemplateAction}
          projectId={id}
          choices={templates}
          startsOn={project.startsOn ?? day}
          editable={me.userType === 'admin'}
        />
      )}
      {templates ? <Section title={t('one')}>{grid}</Section> : grid}
      {(planned || changes.length > 0) && (
        <Section title={history('title')} lead={history('lead')}>
          {changes.length > 0 ? (
            <DateHistory changes={changes} timeZone={me.tenant.timeZone} viewer="team" />
          ) : (
            <p className="text-ink-soft">{history('none')}</p>
          )}
          {planned && <SetBaseline action={setBaselineAction} projectId={id} />}
        </Section>
      )}
      {phases.length > 0 && me.userType === 'admin' && (
        <KeepAsTemplate action={keepPhasesAsTemplateAction} projectId={id} name={name} />
      )}
    </>
  );
}
