import { useTranslations } from 'next-intl';
import { Form } from '@/components/forms/form';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { buttonClass } from '@/components/ui/button';
import type { FormAction } from '@/lib/forms/form-state';
import { moveReasons } from '@/lib/projects/schedule/rule';

type Props = { action: FormAction; projectId: string };

/** Makes what is planned now the plan of a project. */
export function SetBaseline({ action, projectId }: Props) {
  const t = useTranslations('schedule.baseline');
  const reasons = useTranslations('schedule.reason');
  return (
    <details className="mt-8 max-w-form">
      <summary className={buttonClass('quiet')}>{t('open')}</summary>
      <div className="mt-3 space-y-4 rounded-card bg-sunken p-5">
        <p>{t('text')}</p>
        <Form action={action} hidden={{ id: projectId }} doneMessage={t('done')}>
          <SelectField
            name="reason"
            label={t('reason')}
            required
            placeholder={t('choose')}
            options={moveReasons.map((value) => ({ value, label: reasons(value) }))}
          />
          <TextField name="reasonNote" label={t('note')} hint={t('noteHint')} maxLength={500} />
          <SubmitButton look="secondary">{t('submit')}</SubmitButton>
        </Form>
      </div>
    </details>
  );
}
