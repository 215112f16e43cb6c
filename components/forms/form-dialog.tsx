'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useRef, useState } from 'react';
import { Form } from '@/components/forms/form';
import { keepFocus } from '@/components/forms/keep-focus';
import { SubmitButton } from '@/components/forms/submit-button';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useToast } from '@/components/ui/toast';
import type { FormAction } from '@/lib/forms/form-state';

type Props = {
  title: ReactNode;
  description?: ReactNode;
  trigger: ReactNode;
  action: FormAction;
  hidden?: Record<string, string>;
  submit: ReactNode;
  danger?: boolean;
  /** Text of the toast that is shown after the dialog has closed. */
  doneMessage?: string;
  children: ReactNode;
};

/** A short form in a dialog that closes on success. A long form needs a page of its own. */
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
  const t = useTranslations('common.action');
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  const refused = useRef(false);
  const router = useRouter();
  const say = useToast();
  // A refusal may come from stale data. The page is refreshed only on closing, because a refresh could remove the dialog
  // and its message.
  const show = (shown: boolean) => {
    setOpen(shown);
    if (!shown && refused.current) router.refresh();
    refused.current = false;
  };
  const done = () => {
    refused.current = false;
    setOpen(false);
    if (doneMessage) say(doneMessage);
    keepFocus(place.current);
  };
  return (
    <span ref={place} className="contents">
      <Dialog title={title} description={description} trigger={trigger} open={open} onOpenChange={show}>
        <div ref={focusFirstField}>
          <Form
            action={action}
            hidden={hidden}
            doneMessage={null}
            onDone={done}
            onFailed={() => {
              refused.current = true;
            }}
          >
            {children}
            <div className="flex flex-wrap gap-3">
              <SubmitButton look={danger ? 'danger' : 'primary'}>{submit}</SubmitButton>
              <Button look="quiet" onClick={() => show(false)}>
                {t('cancel')}
              </Button>
            </div>
          </Form>
        </div>
      </Dialog>
    </span>
  );
}

/** Runs before Radix sets the initial focus, which would be the dialog's close button. */
function focusFirstField(place: HTMLElement | null): void {
  place?.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')?.focus();
}
