'use client';

import { useRouter } from 'next/navigation';
import { type ComponentProps, useActionState, useEffect, useRef, useState } from 'react';
import { keepFocus } from '@/components/forms/keep-focus';
import { SubmitButton } from '@/components/forms/submit-button';
import { useToast } from '@/components/ui/toast';
import { type FormAction, type FormState, idle } from '@/lib/forms/form-state';

export type ActionButtonProps = Omit<ComponentProps<typeof SubmitButton>, 'action' | 'hidden' | 'onClick'> & {
  action: FormAction;
  /** What the action needs to know. */
  hidden?: Record<string, string>;
  doneMessage?: string;
  /** Draws the page anew after a refusal, too: what it offered was stale. Not beside forms, where it may lose what was typed. */
  renews?: boolean;
};

/** One deed, one button: move up, revoke, resume. Its outcome is said in passing. */
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

  // Said here and not in an effect: the deed may take this very button off the page together with its outcome.
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
