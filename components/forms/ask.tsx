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
  /** The deed's own word: “Suspend”, never “OK”. */
  confirm: ReactNode;
  danger?: boolean;
  onConfirm: () => void;
  /** What has the focus afterwards: what asked, which is no trigger that Radix knows. */
  backTo: () => HTMLElement | null | undefined;
};

/** A question that must be answered before a deed is done. */
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
