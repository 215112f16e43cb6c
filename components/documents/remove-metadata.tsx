import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Checkbox } from '@/components/ui/checkbox';

/** Whether pictures lose where they were taken; on unless somebody unticks it. The hidden field says that it was unticked. */
export function RemoveMetadata() {
  const t = useTranslations('documents.upload.form');
  const id = useId();
  return (
    <div>
      <input type="hidden" name="remove_metadata" value="false" />
      <label htmlFor={id} className="flex min-h-11 items-center gap-3">
        <Checkbox id={id} name="remove_metadata" value="true" defaultChecked aria-describedby={`${id}-hint`} />
        <span className="text-[0.9375rem] font-medium">{t('removeMetadata')}</span>
      </label>
      <p id={`${id}-hint`} className="ms-8 max-w-prose text-sm text-ink-soft">
        {t('removeMetadataHint')}
      </p>
    </div>
  );
}

/** The field of a form with `RemoveMetadata`, for a request by script. */
export function removeMetadataOf(form: FormData): { remove_metadata: string } {
  return { remove_metadata: String(form.getAll('remove_metadata').at(-1) ?? 'true') };
}
