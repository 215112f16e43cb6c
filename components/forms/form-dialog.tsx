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
  const t = useTranslations('common.action');
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  const refused = useRef(false);
  const router = useRouter();
  const say = useToast();
  // What was refused may have been stale; the page behind is drawn anew only now, because it could take the words away.
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

/** Before Radix looks for something to focus, which would be the cross that closes the dialog. */
function focusFirstField(place: HTMLElement | null): void {
  place?.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')?.focus();
}
