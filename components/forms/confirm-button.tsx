'use client';

import { type ReactNode, useRef, useState } from 'react';
import { ActionButton, type ActionButtonProps } from '@/components/forms/action-button';
import { Ask } from '@/components/forms/ask';

type Props = Omit<ActionButtonProps, 'look'> & {
  title: ReactNode;
  description: ReactNode;
  /** The verb of the action: “Suspend”, never “OK”. */
  confirm: ReactNode;
};

/**
 * A button for an action that takes something away: quiet itself, it asks in a red dialog first. Without JavaScript the action
 * runs without confirmation.
 */
export function ConfirmButton({ title, description, confirm, ...rest }: Props) {
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
      <ActionButton look="quiet" {...rest} />
      <Ask
        open={open}
        onOpenChange={setOpen}
        title={title}
        description={description}
        confirm={confirm}
        danger
        onConfirm={go}
        backTo={() => place.current?.querySelector('button')}
      />
    </div>
  );
}
