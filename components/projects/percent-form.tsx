'use client';

import { type ReactNode, useActionState, useEffect, useId, useRef } from 'react';
import { FieldError } from '@/components/forms/field';
import { SubmitButton } from '@/components/forms/submit-button';
import { Input } from '@/components/ui/input';
import { useToast } from '@/components/ui/toast';
import { type FormAction, type FormState, idle } from '@/lib/forms/form-state';

type Props = {
  action: FormAction;
  hidden: Record<string, string>;
  percent: number;
  label: string;
  doneMessage: string;
  /** The button's text. */
  children: ReactNode;
};

/** Edits the percent of a phase in place. Submits on Enter and works without JavaScript. */
export function PercentForm({ action, hidden, percent, label, doneMessage, children }: Props) {
  const id = useId();
  const [state, send] = useActionState<FormState, FormData>(action, idle);
  const say = useToast();
  const answered = useRef(state);
  useEffect(() => {
    if (answered.current === state) return;
    answered.current = state;
    if (state.status === 'done') say(doneMessage);
  }, [state, say, doneMessage]);
  const failed = state.status === 'failed' ? state : null;
  const error = failed && (failed.fields.percent ?? failed.message);
  return (
    <form action={send} noValidate>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="flex items-center gap-2">
        <span className="relative">
          <Input
            // The key remounts the field after a failure and after a change of the value by another user.
            key={failed?.values.percent ?? percent}
            name="percent"
            type="number"
            inputMode="numeric"
            min={0}
            max={100}
            step={1}
            defaultValue={failed?.values.percent ?? percent}
            aria-label={label}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? `${id}-error` : undefined}
            className="numerals w-24 pe-8 text-end"
          />
          <span
            aria-hidden="true"
            className="pointer-events-none absolute inset-y-0 end-3 flex items-center text-ink-faint"
          >
            %
          </span>
        </span>
        <SubmitButton look="secondary">{children}</SubmitButton>
      </div>
      <FieldError id={id} error={error ?? undefined} />
    </form>
  );
}
