'use client';

import * as Radix from '@radix-ui/react-dialog';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';

type Props = {
  title: ReactNode;
  description?: ReactNode;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Element that gets the focus afterwards. Radix cannot know it, because the dialog has no Radix trigger. */
  backTo: () => HTMLElement | null | undefined;
  children: ReactNode;
};

/** A modal dialog: a sheet from the bottom on a phone, centred on a desktop. */
export function Dialog({ title, description, open, onOpenChange, backTo, children }: Props) {
  const t = useTranslations('common.action');
  const giveBack = (event: Event) => {
    event.preventDefault();
    backTo()?.focus();
  };
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-[rgb(20_16_10/0.4)] backdrop-blur-[2px]" />
        <Radix.Content
          {...(!description && { 'aria-describedby': undefined })}
          onCloseAutoFocus={giveBack}
          className="fixed inset-x-0 bottom-0 z-50 max-h-[92dvh] overflow-y-auto rounded-t-sheet bg-paper px-5 pt-6 pb-[calc(1.5rem+env(safe-area-inset-bottom))] shadow-floating sm:inset-auto sm:start-1/2 sm:top-1/2 sm:w-[min(34rem,calc(100vw-3rem))] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-sheet sm:p-8 sm:rtl:translate-x-1/2"
        >
          <div className="mb-6 flex items-start justify-between gap-4">
            <div className="min-w-0">
              <Radix.Title className="text-section">{title}</Radix.Title>
              {description && <Radix.Description className="mt-2 text-ink-soft">{description}</Radix.Description>}
            </div>
            <Radix.Close
              aria-label={t('close')}
              className="-me-2 -mt-1 inline-flex size-11 shrink-0 items-center justify-center rounded-field text-ink-faint hover:bg-sunken hover:text-ink"
            >
              <Icon name="x" className="size-5" />
            </Radix.Close>
          </div>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
