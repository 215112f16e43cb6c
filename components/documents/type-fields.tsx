import { useTranslations } from 'next-intl';
import { CheckField } from '@/components/forms/check-field';
import { TextField } from '@/components/forms/text-field';
import type { DocumentTypeDetail } from '@/lib/documents/types/schemas';

/** The fields of a document type, for creating and for editing. */
export function TypeFields({ type }: { type?: DocumentTypeDetail }) {
  const t = useTranslations('documents.types');
  return (
    <>
      <TextField name="name" label={t('name')} required maxLength={80} defaultValue={type?.name ?? null} />
      <CheckField
        name="requiresApproval"
        value="true"
        label={t('requires')}
        hint={t('requiresHint')}
        defaultChecked={type?.requiresApproval ?? false}
      />
      <CheckField
        name="forbidsOwnApproval"
        value="true"
        label={t('forbids')}
        hint={t('forbidsHint')}
        defaultChecked={type?.forbidsOwnApproval ?? false}
      />
      <CheckField
        name="isActive"
        value="true"
        label={t('offered')}
        hint={t('offeredHint')}
        defaultChecked={type?.isActive ?? true}
      />
    </>
  );
}
