'use client';

import { type ComponentProps, useActionState, useEffect, useRef } from 'react';
import { SubmitButton } from '@/components/forms/submit-button';
import { useToast } from '@/components/ui/toast';
import { type FormAction, type FormState, idle } from '@/lib/doors/form-state';

export type ActionButtonProps = Omit<ComponentProps<typeof SubmitButton>, 'action' | 'hidden' | 'onClick'> & {
  action: FormAction;
  /** What the action needs to know. */
  hidden?: Record<string, string>;
  doneMessage?: string;
};

/** One deed, one button: move up, revoke, resume. Its outcome is said in passing. */
export function ActionButton({ action, hidden = {}, doneMessage, look = 'secondary', ...rest }: ActionButtonProps) {
  const [state, send] = useActionState<FormState, FormData>(action, idle);
  useOutcome(state, doneMessage);
  return (
    <form action={send}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton look={look} {...rest} />
    </form>
  );
}

function useOutcome(state: FormState, doneMessage: string | undefined) {
  const say = useToast();
  const said = useRef<FormState>(state);
  useEffect(() => {
    if (said.current === state) return;
    said.current = state;
    if (state.status === 'done' && doneMessage) say(doneMessage);
    if (state.status === 'failed') say(state.message ?? Object.values(state.fields).join(' '), 'bad');
  }, [state, doneMessage, say]);
}
