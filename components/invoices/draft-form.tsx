import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { DraftFields, type DraftValues } from '@/components/invoices/draft-fields';
import { Messages } from '@/components/layout/messages';
import type { FormAction } from '@/lib/forms/form-state';
import { mostLines } from '@/lib/invoices/rule';

type Props = {
  action: FormAction;
  hidden: Record<string, string>;
  version?: string;
  draft: DraftValues;
  taxRate: string;
  projects: { id: string; name: string }[];
  submit: string;
};

/** The form of a draft, new or changed. */
export function DraftForm({ action, hidden, version, submit, ...fields }: Props) {
  return (
    <Form action={action} hidden={hidden} {...(version && { version })} className="max-w-none">
      <Messages for={['invoices.form', 'invoices.totals']}>
        <DraftFields {...fields} mostLines={mostLines} />
      </Messages>
      <SubmitButton>{submit}</SubmitButton>
    </Form>
  );
}
