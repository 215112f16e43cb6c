'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ComponentProps, lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { Form } from '@/components/forms/form';
import { keepFocus } from '@/components/forms/keep-focus';
import { SubmitButton } from '@/components/forms/submit-button';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import type { FormAction } from '@/lib/forms/form-state';

const fetchDialog = () => import('@/components/ui/dialog');
const Dialog = lazy(async () => ({ default: (await fetchDialog()).Dialog }));

type Props = {
  title: ReactNode;
  description?: ReactNode;
  /** Text of the button that opens the dialog. */
  trigger: ReactNode;
  look?: ComponentProps<typeof Button>['look'];
  action: FormAction;
  hidden?: Record<string, string>;
  submit: ReactNode;
  danger?: boolean;
  /** Text of the toast that is shown after the dialog has closed. */
  doneMessage?: string;
  children: ReactNode;
};

/**
 * A short form in a dialog that closes on success. A long form needs a page of its own. The dialog's script is fetched when the
 * pointer or the focus comes to the button.
 */
export function FormDialog({
  title,
  description,
  trigger,
  look = 'secondary',
  action,
  hidden = {},
  submit,
  danger,
  doneMessage,
  children,
}: Props) {
  const t = useTranslations('common');
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
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
  const prepare = () => {
    fetchDialog().catch(() => {}); // the click tries again and says so
  };
  const ask = async () => {
    try {
      await fetchDialog();
      show(true);
    } catch {
      say(t('form.notSent'), 'bad');
    }
  };
  const done = () => {
    refused.current = false;
    setOpen(false);
    if (doneMessage) say(doneMessage);
    keepFocus(place.current);
  };
  return (
    <span ref={place} className="contents">
      <Button ref={button} look={look} aria-haspopup="dialog" onPointerEnter={prepare} onFocus={prepare} onClick={ask}>
        {trigger}
      </Button>
      <Suspense>
        {open && (
          <Dialog title={title} description={description} open onOpenChange={show} backTo={() => button.current}>
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
                    {t('action.cancel')}
                  </Button>
                </div>
              </Form>
            </div>
          </Dialog>
        )}
      </Suspense>
    </span>
  );
}

/** Runs before Radix sets the initial focus, which would be the dialog's close button. */
function focusFirstField(place: HTMLElement | null): void {
  place?.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')?.focus();
}
