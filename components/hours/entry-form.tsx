'use client';

import { type ReactNode, useRef } from 'react';
import { Form } from '@/components/forms/form';
import type { FormAction } from '@/lib/forms/form-state';

type Props = { action: FormAction; doneMessage: string; children: ReactNode };

/** The form of a new entry. After each one the focus is on the duration again, so that a day is entered without the mouse. */
export function EntryForm({ action, doneMessage, children }: Props) {
  const place = useRef<HTMLDivElement>(null);
  // After React has put the fields back: they are mounted anew with each answer.
  const again = () =>
    requestAnimationFrame(() => place.current?.querySelector<HTMLInputElement>('input[name=minutes]')?.focus());
  return (
    <div ref={place}>
      <Form
        action={action}
        doneMessage={doneMessage}
        hidden={{ billable: 'false' }}
        onDone={again}
        className="max-w-none"
      >
        {children}
      </Form>
    </div>
  );
}
