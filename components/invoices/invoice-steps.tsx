import { useTranslations } from 'next-intl';
import { ActionButton } from '@/components/forms/action-button';
import { ConfirmButton } from '@/components/forms/confirm-button';
import { FormDialog } from '@/components/forms/form-dialog';
import { TextAreaField } from '@/components/forms/text-area-field';
import { TextField } from '@/components/forms/text-field';
import { buttonClass } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import type { Day } from '@/lib/format';
import type { FormAction } from '@/lib/forms/form-state';
import type { FullInvoice } from '@/lib/invoices/schemas';
import { paths, withQuery } from '@/lib/paths';

type Actions = Record<'issue' | 'cancel' | 'copy' | 'remove', FormAction>;
type Props = { invoice: FullInvoice; today: Day; actions: Actions };

/** What an admin can do with an invoice in its present state. */
export function InvoiceSteps({ invoice, today, actions }: Props) {
  const t = useTranslations('invoices.step');
  const show = useTranslations('invoices.show');
  const { id, status, clientId, dueOn, paidMinor, openMinor, totalMinor, creditedMinor } = invoice;
  const copy = (
    <ActionButton action={actions.copy} hidden={{ id }} look="quiet">
      {t('copy')}
    </ActionButton>
  );
  if (status === 'draft')
    return (
      <>
        <ConfirmButton
          action={actions.remove}
          hidden={{ id }}
          title={t('removeTitle')}
          description={t('removeText')}
          confirm={t('remove')}
        >
          {t('remove')}
        </ConfirmButton>
        {copy}
        <LinkButton href={paths.admin.invoices.edit(id)}>{t('edit')}</LinkButton>
        <FormDialog
          title={t('issueTitle')}
          description={t('issueText')}
          trigger={t('issue')}
          look="primary"
          action={actions.issue}
          hidden={{ id }}
          submit={t('issue')}
          doneMessage={t('issued')}
        >
          <TextField name="issuedOn" label={t('issuedOn')} type="date" required defaultValue={today} />
          <TextField name="dueOn" label={t('dueOn')} hint={t('dueOnHint')} type="date" defaultValue={dueOn} />
        </FormDialog>
      </>
    );
  return (
    <>
      {copy}
      <a href={paths.files.invoicePdf('admin', id)} className={buttonClass('secondary')} download>
        {show('download')}
      </a>
      {status === 'issued' && totalMinor > creditedMinor && (
        <LinkButton href={withQuery(paths.admin.creditNotes.new, { invoice: id })}>{t('credit')}</LinkButton>
      )}
      {status === 'issued' && paidMinor === 0n && (
        <FormDialog
          title={t('voidTitle')}
          description={t('voidText')}
          trigger={t('void')}
          action={actions.cancel}
          hidden={{ id }}
          submit={t('void')}
          doneMessage={t('voided')}
          danger
        >
          <TextAreaField name="reason" label={t('reason')} hint={t('reasonHint')} required rows={3} maxLength={1000} />
        </FormDialog>
      )}
      {openMinor > 0n && (
        <LinkButton href={withQuery(paths.admin.payments.new, { client: clientId, invoice: id })} look="primary">
          {t('pay')}
        </LinkButton>
      )}
    </>
  );
}
