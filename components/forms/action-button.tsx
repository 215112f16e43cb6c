'use client';

import { useRouter } from 'next/navigation';
import { type ComponentProps, useActionState, useEffect, useRef, useState } from 'react';
import { keepFocus } from '@/components/forms/keep-focus';
import { SubmitButton } from '@/components/forms/submit-button';
import { useToast } from '@/components/ui/toast';
import { type FormAction, type FormState, idle } from '@/lib/forms/form-state';

export type ActionButtonProps = Omit<ComponentProps<typeof SubmitButton>, 'action' | 'hidden' | 'onClick'> & {
  action: FormAction;
  /** Hidden fields of the form. */
  hidden?: Record<string, string>;
  doneMessage?: string;
  /**
   * Refreshes the page after a refusal too, because its data was stale. Not for pages with other forms: typed values may
   * be lost.
   */
  renews?: boolean;
};

/** A form with a single button for an action: move up, revoke, resume. Shows a toast with the outcome. */
export function ActionButton({
  action,
  hidden = {},
  doneMessage,
  renews = false,
  look = 'secondary',
  ...rest
}: ActionButtonProps) {
  const say = useToast();
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [, send] = useActionState<FormState, FormData>(action, idle);
  const [awake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);

  // Not in an effect: the action may remove this button from the page before an effect could show the outcome.
  const sendAndSay = async (data: FormData) => {
    const had = form.current;
    const outcome = await action(idle, data);
    if (outcome?.status === 'done' && doneMessage) say(doneMessage);
    if (outcome?.status === 'failed') {
      say(outcome.message ?? Object.values(outcome.fields).join(' '), 'bad');
      if (renews) router.refresh();
    }
    keepFocus(had);
  };

  return (
    <form ref={form} action={awake ? sendAndSay : send}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton look={look} {...rest} />
    </form>
  );
}
