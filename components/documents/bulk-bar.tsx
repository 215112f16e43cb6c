'use client';

import { useActionState, useEffect } from 'react';
import { SubmitButton } from '@/components/forms/submit-button';
import { Alert } from '@/components/ui/alert';
import { Input } from '@/components/ui/input';
import { type Option, Select } from '@/components/ui/select';
import { useToast } from '@/components/ui/toast';
import { type FormAction, type FormState, idle } from '@/lib/doors/form-state';

/** What became of many documents; `said` is the sentence that counts them. */
export type BulkResult = { moved: number; said: string; refused: { title: string; why: string }[] };

type Props = {
  id: string;
  action: FormAction<BulkResult>;
  steps: readonly Option[];
  words: Record<'label' | 'step' | 'choose' | 'reason' | 'apply' | 'refused' | 'gone', string>;
};

/**
 * Acts on the documents whose boxes are ticked; they belong to this form by its id, so it works without a script. It stands
 * at the foot of the screen while something is ticked or there is something to tell.
 */
export function BulkBar({ id, action, steps, words }: Props) {
  const [state, send] = useActionState<FormState<BulkResult>, FormData>(action, idle);
  const refused = state.status === 'done' ? (state.data?.refused ?? []) : [];
  const failure = state.status === 'failed' ? (state.message ?? Object.values(state.fields).join(' ')) : null;
  useOutcome(state);
  return (
    <form
      id={id}
      action={send}
      aria-label={words.label}
      className="sticky bottom-3 z-20 mt-8 hidden space-y-4 rounded-sheet bg-paper p-4 shadow-floating group-has-[input[name=documents]:checked]/board:block has-[[role=alert]]:block sm:bottom-6 sm:p-5"
    >
      {failure && (
        <Alert tone="bad" live>
          {failure}
        </Alert>
      )}
      {refused.length > 0 && (
        <Alert tone="bad" live title={words.refused}>
          <ul className="mt-1 max-h-48 space-y-1 overflow-y-auto text-[0.9375rem]">
            {refused.map(({ title, why }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two documents may have one title
              <li key={index}>
                <span className="font-medium">{title || words.gone}</span>: {why}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Select
          name="step"
          aria-label={words.step}
          placeholder={words.choose}
          options={steps}
          required
          className="min-w-0 flex-1 basis-44"
        />
        <Input
          name="reason"
          aria-label={words.reason}
          placeholder={words.reason}
          maxLength={1000}
          className="min-w-0 flex-1 basis-44"
        />
        <SubmitButton>{words.apply}</SubmitButton>
      </div>
    </form>
  );
}

function useOutcome(state: FormState<BulkResult>) {
  const say = useToast();
  useEffect(() => {
    if (state.status === 'done' && state.data) say(state.data.said, state.data.moved > 0 ? 'good' : 'bad');
  }, [state, say]);
}
