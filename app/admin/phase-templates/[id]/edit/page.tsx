import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { changePhaseTemplateAction, removePhaseTemplateAction } from '@/app/admin/phase-templates/actions';
import { ActionButton } from '@/components/forms/action-button';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TemplateFields } from '@/components/projects/template-fields';
import { buttonClass } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { adminUser } from '@/lib/authz/guards';
import { forPage, pageId, readPage } from '@/lib/doors/page';
import { paths } from '@/lib/paths';
import { phaseTemplateEdit } from '@/lib/projects/templates/checks';
import { getPhaseTemplate } from '@/lib/projects/templates/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('templates'))('edit') };
}

export default async function EditPhaseTemplatePage({ params }: PageProps<'/admin/phase-templates/[id]/edit'>) {
  const me = await forPage(adminUser);
  const id = await pageId(params);
  const template = await readPage(me, (db) => getPhaseTemplate(db, { id }));
  const [t, remove] = await Promise.all([getTranslations('templates'), getTranslations('templates.remove')]);
  return (
    <>
      <PageHeader
        title={t('edit')}
        eyebrow={template.name}
        trail={[{ href: paths.admin.phaseTemplates.list, label: t('title') }]}
      />
      <Form
        action={changePhaseTemplateAction}
        hidden={{ id }}
        version={phaseTemplateEdit.version(template)}
        className="max-w-3xl"
      >
        <TemplateFields template={template} />
        <SubmitButton>{t('save')}</SubmitButton>
      </Form>
      {/* Confirmation before removal. `details` works without JavaScript. */}
      <details className="mt-14 max-w-form">
        <summary className={buttonClass('quiet')}>{remove('open')}</summary>
        <div className="mt-3 space-y-4 rounded-card bg-bad-soft p-5">
          <p>{remove('text')}</p>
          <ActionButton action={removePhaseTemplateAction} hidden={{ id }} look="danger">
            {remove('submit', { name: template.name })}
          </ActionButton>
        </div>
      </details>
    </>
  );
}
