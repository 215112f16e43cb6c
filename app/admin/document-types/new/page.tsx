import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { createDocumentTypeAction } from '@/app/admin/document-types/actions';
import { TypeFields } from '@/components/documents/type-fields';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { PageHeader } from '@/components/ui/page-header';
import { adminUser } from '@/lib/authz/guards';
import { forPage } from '@/lib/doors/page';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('documents.types'))('newTitle') };
}

export default async function NewDocumentTypePage() {
  await forPage(adminUser);
  const t = await getTranslations('documents.types');
  return (
    <>
      <PageHeader title={t('newTitle')} trail={[{ href: paths.admin.documentTypes.list, label: t('title') }]} />
      <Form action={createDocumentTypeAction}>
        <TypeFields />
        <SubmitButton>{t('create')}</SubmitButton>
      </Form>
    </>
  );
}
