import { useTranslations } from 'next-intl';
import { CheckField } from '@/components/forms/check-field';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextAreaField } from '@/components/forms/text-area-field';
import { buttonClass } from '@/components/ui/button';
import type { FormAction } from '@/lib/forms/form-state';

type Props = {
  action: FormAction;
  updateId: string;
  /** The team can write for itself: a choice, or always below a draft. */
  internal?: 'choice' | 'always';
};

/** A comment below an update. `details` opens it without JavaScript. */
export function CommentForm({ action, updateId, internal }: Props) {
  const t = useTranslations('updates.comments');
  const hidden = { id: updateId, ...(internal === 'always' && { isInternal: 'true' }) };
  return (
    <details className="mt-4 max-w-prose print:hidden">
      <summary className={buttonClass('quiet', 'small')}>
        {internal === 'always' ? t('team') : t('placeholder')}
      </summary>
      <Form action={action} hidden={hidden} doneMessage={null} className="mt-3 space-y-3">
        <TextAreaField name="body" label={t('body')} required rows={3} maxLength={5000} />
        {internal === 'choice' && <CheckField name="isInternal" label={t('team')} />}
        <SubmitButton look="secondary">{t('send')}</SubmitButton>
      </Form>
    </details>
  );
}
