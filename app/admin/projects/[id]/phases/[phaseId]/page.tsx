import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { changePhaseAction, removePhaseAction } from '@/app/admin/projects/[id]/phases/actions';
import { WhoSees } from '@/components/explain/who-sees';
import { ActionButton } from '@/components/forms/action-button';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { DateHistory } from '@/components/projects/date-history';
import { PhaseFields } from '@/components/projects/phase-fields';
import { buttonClass } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { teamMember } from '@/lib/authz/guards';
import { forPage, pageId, readPage } from '@/lib/doors/page';
import { paths } from '@/lib/paths';
import { phaseEdit } from '@/lib/projects/phases/checks';
import { getPhase, getProject } from '@/lib/projects/queries';
import { listDateChanges } from '@/lib/projects/schedule/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('phases.form'))('edit') };
}

export default async function EditPhasePage({ params }: PageProps<'/admin/projects/[id]/phases/[phaseId]'>) {
  const me = await forPage(teamMember);
  const id = await pageId(params);
  const phaseId = await pageId(params.then((names) => ({ id: names.phaseId })));
  const { project, phase, changes } = await readPage(me, async (db) => ({
    project: await getProject(db, { id }),
    phase: await getPhase(db, { id, phaseId }),
    changes: (await listDateChanges(db, { id, phaseId, limit: 50 })).data,
  }));
  const [t, remove, phases, list, history] = await Promise.all([
    getTranslations('phases.form'),
    getTranslations('phases.remove'),
    getTranslations('phases.list'),
    getTranslations('projects.list'),
    getTranslations('schedule.history'),
  ]);
  const shown = {
    'shown.status': phase.status,
    'shown.percent': String(phase.percent),
    'shown.actualStartOn': phase.actualStartOn ?? '',
    'shown.actualEndOn': phase.actualEndOn ?? '',
  };
  return (
    <>
      <PageHeader
        title={t('edit')}
        trail={[
          { href: paths.admin.projects.list, label: list('title') },
          { href: paths.admin.projects.show(id), label: project.name },
          { href: paths.admin.projects.phases(id), label: phases('title') },
        ]}
      />
      {me.userType === 'admin' && <WhoSees type="phase" id={phaseId} className="-mt-4 mb-8" />}
      <Form action={changePhaseAction} hidden={{ id, phaseId, ...shown }} version={phaseEdit.version(phase)}>
        <PhaseFields phase={phase} />
        <SubmitButton>{t('save')}</SubmitButton>
      </Form>
      {changes.length > 0 && (
        <Section title={history('ofPhase')}>
          <DateHistory changes={changes} timeZone={me.tenant.timeZone} viewer="team" ofOnePhase />
        </Section>
      )}
      {/* Confirmation before removal. `details` works without JavaScript. */}
      <details className="mt-14 max-w-form">
        <summary className={buttonClass('quiet')}>{remove('open')}</summary>
        <div className="mt-3 space-y-4 rounded-card bg-bad-soft p-5">
          <p>{remove('text')}</p>
          <ActionButton action={removePhaseAction} hidden={{ id, phaseId }} look="danger">
            {remove('submit', { name: phase.name })}
          </ActionButton>
        </div>
      </details>
    </>
  );
}
