import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { changeDocumentAction, removeDocumentAction } from '@/app/admin/documents/actions';
import { ConfirmButton } from '@/components/forms/confirm-button';
import { Form } from '@/components/forms/form';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { teamMember } from '@/lib/authz/guards';
import { documentEdit } from '@/lib/documents/checks';
import { getTeamDocument } from '@/lib/documents/team-queries';
import { isUntouched, wasNeverPublished } from '@/lib/documents/transitions/rule';
import { listTypeChoices } from '@/lib/documents/types/queries';
import { forPage, pageId, readPage } from '@/lib/doors/page';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('documents.edit'))('title') };
}

export default async function EditDocumentPage({ params }: PageProps<'/admin/documents/[id]/edit'>) {
  const me = await forPage(teamMember);
  const id = await pageId(params);
  const { document, types } = await readPage(me, async (db) => ({
    document: await getTeamDocument(db, { id }, me),
    types: await listTypeChoices(db),
  }));
  const [t, words] = await Promise.all([getTranslations('documents.edit'), getTranslations('documents')]);
  const { title, documentTypeId, documentTypeName } = document;
  // An inactive type stays selectable for a document that already has it.
  const own = { value: documentTypeId, label: documentTypeName };
  const others = types
    .filter((type) => type.id !== documentTypeId)
    .map(({ id: value, name: label }) => ({ value, label }));
  return (
    <>
      <PageHeader
        title={t('title')}
        trail={[
          { href: paths.admin.documents.list, label: words('title') },
          { href: paths.admin.documents.show(id), label: title },
        ]}
      />
      <Form action={changeDocumentAction} hidden={{ id }} version={documentEdit.version(document)}>
        <TextField name="title" label={t('name')} required maxLength={200} defaultValue={title} />
        {isUntouched(document) ? (
          <SelectField
            name="documentTypeId"
            label={t('type')}
            required
            options={[own, ...others]}
            defaultValue={documentTypeId}
          />
        ) : (
          <p className="text-ink-soft">{t('typeFixed')}</p>
        )}
        <SubmitButton>{t('save')}</SubmitButton>
      </Form>
      {me.userType === 'admin' && wasNeverPublished(document) && (
        <Section title={t('removeHeading')} lead={t('removeLead')}>
          <ConfirmButton
            action={removeDocumentAction}
            hidden={{ id }}
            size="small"
            title={t('removeTitle')}
            description={t('removeText')}
            confirm={t('removeConfirm')}
          >
            {t('remove')}
          </ConfirmButton>
        </Section>
      )}
    </>
  );
}
