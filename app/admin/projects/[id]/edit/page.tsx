import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { changeProjectAction } from '@/app/admin/projects/actions';
import { Form } from '@/components/forms/form';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { ProjectFields } from '@/components/projects/project-fields';
import { PageHeader } from '@/components/ui/page-header';
import { teamMember } from '@/lib/authz/guards';
import { forPage, pageId, readPage } from '@/lib/doors/page';
import { paths } from '@/lib/paths';
import { projectEdit } from '@/lib/projects/checks';
import { getTeamProject, listViewers } from '@/lib/projects/team-queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('projects.form'))('edit') };
}

export default async function EditProjectPage({ params }: PageProps<'/admin/projects/[id]/edit'>) {
  const me = await forPage(teamMember);
  const id = await pageId(params);
  const { project, people } = await readPage(me, async (db) => {
    const project = await getTeamProject(db, { id });
    return { project, people: await listViewers(db, project) };
  });
  const [t, list] = await Promise.all([getTranslations('projects.form'), getTranslations('projects.list')]);
  const trail = [
    { href: paths.admin.projects.list, label: list('title') },
    { href: paths.admin.projects.show(id), label: project.name },
  ];
  return (
    <>
      <PageHeader title={t('edit')} trail={trail} />
      <Form action={changeProjectAction} hidden={{ id }} version={projectEdit.version(project)}>
        <ProjectFields project={project}>
          <p className="text-ink-soft">{t('clientStays', { name: project.clientName })}</p>
          {me.userType === 'admin' && (
            <SelectField
              name="clientUserId"
              label={t('party.contact')}
              hint={t('party.contactHint')}
              placeholder={t('party.noContact')}
              defaultValue={project.clientUserId}
              options={people.map((person) => ({ value: person.id, label: person.name }))}
            />
          )}
        </ProjectFields>
        <SubmitButton>{t('save')}</SubmitButton>
      </Form>
    </>
  );
}
