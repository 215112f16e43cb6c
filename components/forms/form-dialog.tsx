'use client';

import { type ReactNode, useState } from 'react';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { Dialog } from '@/components/ui/dialog';
import { useToast } from '@/components/ui/toast';
import type { FormAction } from '@/lib/doors/form-state';

type Props = {
  title: ReactNode;
  description?: ReactNode;
  trigger: ReactNode;
  action: FormAction;
  hidden?: Record<string, string>;
  submit: ReactNode;
  danger?: boolean;
  /** Said in passing once the dialog has closed. */
  doneMessage?: string;
  /** The fields. */
  children: ReactNode;
};

/** A short form in a dialog, which closes when it is done. Long ones deserve a page. */
export function FormDialog({
  title,
  description,
  trigger,
  action,
  hidden = {},
  submit,
  danger,
  doneMessage,
  children,
}: Props) {
  const [open, setOpen] = useState(false);
  const say = useToast();
  const done = () => {
    setOpen(false);
    if (doneMessage) say(doneMessage);
  };
  return (
    <Dialog title={title} description={description} trigger={trigger} open={open} onOpenChange={setOpen}>
      <Form action={action} hidden={hidden} doneMessage={null} onDone={done}>
        {children}
        <SubmitButton look={danger ? 'danger' : 'primary'}>{submit}</SubmitButton>
      </Form>
    </Dialog>
  );
}
