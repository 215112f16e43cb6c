import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { createPhaseTemplateAction } from '@/app/admin/phase-templates/actions';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TemplateFields } from '@/components/projects/template-fields';
import { PageHeader } from '@/components/ui/page-header';
import { adminUser } from '@/lib/authz/guards';
import { forPage } from '@/lib/doors/page';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('templates'))('newTitle') };
}

export default async function NewPhaseTemplatePage() {
  await forPage(adminUser);
  const t = await getTranslations('templates');
  return (
    <>
      <PageHeader title={t('newTitle')} trail={[{ href: paths.admin.phaseTemplates.list, label: t('title') }]} />
      <Form action={createPhaseTemplateAction} className="max-w-3xl">
        <TemplateFields />
        <SubmitButton>{t('create')}</SubmitButton>
      </Form>
    </>
  );
}
