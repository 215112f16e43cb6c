'use client';

import { useRouter } from 'next/navigation';
import { type ComponentProps, useActionState, useEffect, useRef, useState } from 'react';
import { OwnerField, useOwner } from '@/components/forms/form-owner';
import { keepFocus } from '@/components/forms/keep-focus';
import { SubmitButton } from '@/components/forms/submit-button';
import { useKeptAction } from '@/components/forms/use-kept-action';
import { useToast } from '@/components/ui/toast';
import { type FormAction, type FormState, idle } from '@/lib/forms/form-state';
import { ownerField } from '@/lib/forms/marks';

export type ActionButtonProps = Omit<ComponentProps<typeof SubmitButton>, 'action' | 'hidden' | 'onClick'> & {
  action: FormAction;
  /** Hidden fields of the form. */
  hidden?: Record<string, string>;
  doneMessage?: string;
  /** The hidden fields with which the same action takes itself back: the toast then has a button for that. */
  undo?: Record<string, string>;
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
  undo,
  renews = false,
  look = 'secondary',
  ...rest
}: ActionButtonProps) {
  const say = useToast();
  const router = useRouter();
  const owner = useOwner();
  const form = useRef<HTMLFormElement>(null);
  const kept = useKeptAction(action);
  const [, send] = useActionState<FormState, FormData>(kept, idle);
  const [awake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);

  const takeBack = async (fields: Record<string, string>) => {
    const data = new FormData();
    if (owner !== null) data.set(ownerField, owner);
    for (const [name, value] of Object.entries(fields)) data.set(name, value);
    const outcome = await kept(idle, data);
    if (outcome?.status === 'failed') say(outcome.message ?? Object.values(outcome.fields).join(' '), 'bad');
  };

  // Not in an effect: the action may remove this button from the page before an effect could show the outcome.
  const sendAndSay = async (data: FormData) => {
    const had = form.current;
    say(null);
    const outcome = await kept(idle, data);
    if (outcome?.status === 'done' && doneMessage) say(doneMessage, 'good', undo && (() => void takeBack(undo)));
    if (outcome?.status === 'failed') {
      say(outcome.message ?? Object.values(outcome.fields).join(' '), 'bad');
      if (renews) router.refresh();
    }
    keepFocus(had);
  };

  return (
    <form ref={form} action={awake ? sendAndSay : send}>
      <OwnerField />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton look={look} {...rest} />
    </form>
  );
}
