'use client';

import * as AlertDialog from '@radix-ui/react-alert-dialog';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description: ReactNode;
  /** The verb of the action: “Suspend”, never “OK”. */
  confirm: ReactNode;
  danger?: boolean;
  onConfirm: () => void;
  /** Element that gets the focus afterwards. Radix cannot know it, because the dialog has no Radix trigger. */
  backTo: () => HTMLElement | null | undefined;
};

/** A confirmation dialog for an action. */
export function Ask({ title, description, confirm, danger = false, onConfirm, backTo, ...shown }: Props) {
  const t = useTranslations('common.action');
  const giveBack = (event: Event) => {
    event.preventDefault();
    backTo()?.focus();
  };
  return (
    <AlertDialog.Root {...shown}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-40 bg-[rgb(20_16_10/0.4)] backdrop-blur-[2px]" />
        <AlertDialog.Content
          onCloseAutoFocus={giveBack}
          className="fixed inset-x-4 top-1/2 z-50 mx-auto max-w-md -translate-y-1/2 rounded-sheet bg-paper p-6 shadow-floating sm:p-8"
        >
          <AlertDialog.Title className="text-section">{title}</AlertDialog.Title>
          <AlertDialog.Description className="mt-2 text-ink-soft">{description}</AlertDialog.Description>
          <div className="mt-7 flex flex-wrap justify-end gap-3">
            <AlertDialog.Cancel asChild>
              <Button look="quiet">{t('cancel')}</Button>
            </AlertDialog.Cancel>
            <Button look={danger ? 'danger' : 'primary'} onClick={onConfirm}>
              {confirm}
            </Button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
