'use client';

import { useTranslations } from 'next-intl';
import { AlertDialog } from 'radix-ui';
import { type ReactNode, useRef, useState } from 'react';
import { ActionButton, type ActionButtonProps } from '@/components/forms/action-button';
import { Button } from '@/components/ui/button';

type Props = ActionButtonProps & {
  title: ReactNode;
  description: ReactNode /** The deed's own word: “Suspend”, never “OK”. */;
  confirm: ReactNode;
};

/** A deed that asks first. Without JavaScript it cannot ask. */
export function ConfirmButton({ title, description, confirm, ...rest }: Props) {
  const t = useTranslations('common.action');
  const [open, setOpen] = useState(false);
  const sure = useRef(false);
  const place = useRef<HTMLDivElement>(null);

  const ask = (event: React.SyntheticEvent) => {
    if (sure.current) {
      sure.current = false;
      return;
    }
    event.preventDefault();
    setOpen(true);
  };
  const go = () => {
    sure.current = true;
    setOpen(false);
    place.current?.querySelector('form')?.requestSubmit();
  };

  return (
    <div ref={place} className="contents" onSubmitCapture={ask}>
      <ActionButton {...rest} />
      <AlertDialog.Root open={open} onOpenChange={setOpen}>
        <AlertDialog.Portal>
          <AlertDialog.Overlay className="fixed inset-0 z-40 bg-[rgb(20_16_10/0.4)] backdrop-blur-[2px]" />
          <AlertDialog.Content className="fixed inset-x-4 top-1/2 z-50 mx-auto max-w-md -translate-y-1/2 rounded-sheet bg-paper p-6 shadow-floating sm:p-8">
            <AlertDialog.Title className="text-section">{title}</AlertDialog.Title>
            <AlertDialog.Description className="mt-2 text-ink-soft">{description}</AlertDialog.Description>
            <div className="mt-7 flex flex-wrap justify-end gap-3">
              <AlertDialog.Cancel asChild>
                <Button look="quiet">{t('cancel')}</Button>
              </AlertDialog.Cancel>
              <Button look={rest.look === 'danger' ? 'danger' : 'primary'} onClick={go}>
                {confirm}
              </Button>
            </div>
          </AlertDialog.Content>
        </AlertDialog.Portal>
      </AlertDialog.Root>
    </div>
  );
}
