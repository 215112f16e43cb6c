import { useTranslations } from 'next-intl';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { buttonClass } from '@/components/ui/button';
import { TextLink } from '@/components/ui/text-link';
import type { FormAction } from '@/lib/forms/form-state';
import { paths } from '@/lib/paths';

type Props = { action: FormAction; projectId: string; name: string };

/** Keeps the phases of a project as a template of the business. */
export function KeepAsTemplate({ action, projectId, name }: Props) {
  const t = useTranslations('templates');
  return (
    <details className="mt-14 max-w-form">
      <summary className={buttonClass('quiet')}>{t('keep.open')}</summary>
      <div className="mt-3 space-y-4 rounded-card bg-sunken p-5">
        <p>{t('keep.text')}</p>
        <Form action={action} hidden={{ id: projectId }} doneMessage={t('keep.done')}>
          <TextField name="name" label={t('keep.name')} required maxLength={80} defaultValue={name.slice(0, 80)} />
          <SubmitButton look="secondary">{t('keep.submit')}</SubmitButton>
        </Form>
        <TextLink href={paths.admin.phaseTemplates.list}>{t('title')}</TextLink>
      </div>
    </details>
  );
}
