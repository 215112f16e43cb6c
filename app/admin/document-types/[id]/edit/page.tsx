import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { changeDocumentTypeAction } from '@/app/admin/document-types/actions';
import { TypeFields } from '@/components/documents/type-fields';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { PageHeader } from '@/components/ui/page-header';
import { adminUser } from '@/lib/authz/guards';
import { documentTypeEdit } from '@/lib/documents/types/checks';
import { getDocumentType } from '@/lib/documents/types/queries';
import { forPage, pageId, readPage } from '@/lib/doors/page';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('documents.types'))('edit') };
}

export default async function EditDocumentTypePage({ params }: PageProps<'/admin/document-types/[id]/edit'>) {
  const me = await forPage(adminUser);
  const id = await pageId(params);
  const type = await readPage(me, (db) => getDocumentType(db, { id }));
  const t = await getTranslations('documents.types');
  return (
    <>
      <PageHeader
        title={t('edit')}
        eyebrow={type.name}
        trail={[{ href: paths.admin.documentTypes.list, label: t('title') }]}
      />
      <Form action={changeDocumentTypeAction} hidden={{ id }} version={documentTypeEdit.version(type)}>
        <TypeFields type={type} />
        <SubmitButton>{t('save')}</SubmitButton>
      </Form>
    </>
  );
}
