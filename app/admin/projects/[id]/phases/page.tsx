import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { addPhaseAction, movePhaseAction, setPercentAction } from '@/app/admin/projects/[id]/phases/actions';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { NewPhaseFields } from '@/components/projects/phase-fields';
import { PhaseRow } from '@/components/projects/phase-row';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { teamMember } from '@/lib/authz/guards';
import { today } from '@/lib/dates';
import { forPage, pageId, readPage } from '@/lib/doors/page';
import { paths } from '@/lib/paths';
import { getProject } from '@/lib/projects/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('phases.list'))('title') };
}

export default async function PhasesPage({ params }: PageProps<'/admin/projects/[id]/phases'>) {
  const me = await forPage(teamMember);
  const id = await pageId(params);
  const { name, phases } = await readPage(me, (db) => getProject(db, { id }));
  const [t, form, list] = await Promise.all([
    getTranslations('phases.list'),
    getTranslations('phases.form'),
    getTranslations('projects.list'),
  ]);
  const day = today(me.tenant.timeZone);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        trail={[
          { href: paths.admin.projects.list, label: list('title') },
          { href: paths.admin.projects.show(id), label: name },
        ]}
      />
      {phases.length === 0 ? (
        <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
      ) : (
        <ol aria-label={t('label', { name })} className="divide-y divide-line/70">
          {phases.map((phase, index) => (
            <PhaseRow
              key={phase.id}
              phase={phase}
              today={day}
              first={index === 0}
              last={index === phases.length - 1}
              setPercent={setPercentAction}
              move={movePhaseAction}
            />
          ))}
        </ol>
      )}
      <Section title={form('add')} lead={phases.length > 0 ? form('addLead') : undefined}>
        <Form action={addPhaseAction} hidden={{ id }} doneMessage={form('added')}>
          <NewPhaseFields />
          <SubmitButton>{form('submit')}</SubmitButton>
        </Form>
      </Section>
    </>
  );
}
