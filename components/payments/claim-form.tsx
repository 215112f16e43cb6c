import { useTranslations } from 'next-intl';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextAreaField } from '@/components/forms/text-area-field';
import { TextField } from '@/components/forms/text-field';
import { Section } from '@/components/ui/section';
import type { Day } from '@/lib/format';
import type { FormAction } from '@/lib/forms/form-state';

type Props = { action: FormAction; invoiceId: string; today: Day; tenantName: string };

/** Where a person of the client says that an invoice is paid. */
export function ClaimForm({ action, invoiceId, today, tenantName }: Props) {
  const t = useTranslations('payments.own');
  return (
    <Section title={t('title')} lead={t('lead', { tenant: tenantName })} className="print:hidden">
      <Form action={action} hidden={{ id: invoiceId }} doneMessage={null}>
        <TextField name="paidOn" label={t('paidOn')} type="date" required defaultValue={today} className="max-w-60" />
        <TextAreaField name="note" label={t('note')} hint={t('noteHint')} rows={2} maxLength={1000} />
        <SubmitButton look="secondary">{t('send')}</SubmitButton>
      </Form>
    </Section>
  );
}
