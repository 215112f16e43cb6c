'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';

type AskedProps = {
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description: ReactNode;
  /** The verb of the action: “Suspend”, never “OK”. */
  confirm: ReactNode;
  danger?: boolean;
  onConfirm: () => void;
  /** Element that gets the focus afterwards: some browsers do not focus the button that was clicked. */
  backTo: () => HTMLElement | null | undefined;
};

/** A confirmation dialog for an action. */
export function Ask({ open, ...asked }: AskedProps & { open: boolean }) {
  return open && <Asked {...asked} />;
}

/** The native modal dialog keeps the focus inside, begins at the button that changes nothing, and closes by Escape. */
function Asked({ onOpenChange, title, description, confirm, danger = false, onConfirm, backTo }: AskedProps) {
  const t = useTranslations('common.action');
  const id = useId();
  const box = useRef<HTMLDialogElement>(null);
  const giveBack = useRef(backTo);

  useLayoutEffect(() => {
    const dialog = box.current;
    const back = giveBack.current;
    dialog?.showModal();
    return () => {
      dialog?.close();
      back()?.focus();
    };
  }, []);

  return (
    <dialog
      ref={box}
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      // The check skips the close() of the effect, whose event arrives after a second showModal() in development.
      onClose={({ currentTarget }) => currentTarget.open || onOpenChange(false)}
      className="m-auto w-[calc(100%-2rem)] max-w-md rounded-sheet bg-paper p-6 text-start text-base font-normal whitespace-normal text-ink shadow-floating backdrop:bg-[rgb(20_16_10/0.4)] backdrop:backdrop-blur-[2px] sm:p-8"
    >
      <h2 id={`${id}-title`} className="text-section">
        {title}
      </h2>
      <p id={`${id}-text`} className="mt-2 text-ink-soft">
        {description}
      </p>
      <div className="mt-7 flex flex-wrap justify-end gap-3">
        <Button look="quiet" onClick={() => onOpenChange(false)}>
          {t('cancel')}
        </Button>
        <Button look={danger ? 'danger' : 'primary'} onClick={onConfirm}>
          {confirm}
        </Button>
      </div>
    </dialog>
  );
}
