'use client';

import { createContext, useContext, useId } from 'react';
import { type FormState, idle } from '@/lib/forms/form-state';

type FormContext = {
  state: FormState;
  /** Counts the action's responses. Part of each field's key, to remount fields that React resets wrongly. */
  answers: number;
  formId: string;
};

export const FormContext = createContext<FormContext>({ state: idle, answers: 0, formId: '' });

/** Returns the id, key, message and previous value of a field in the surrounding form. */
export function useField(name: string, initial?: string | null, error?: string) {
  const { state, answers, formId } = useContext(FormContext);
  const lone = useId();
  const id = `${formId || lone}-${name}`;
  const failed = state.status === 'failed' ? state : null;
  return {
    id,
    key: `${name}-${answers}`,
    error: error ?? failed?.fields[name],
    value: failed?.values[name] ?? initial ?? undefined,
    /** After a failure only the sent values count: an absent checkbox was off. */
    checked: (fallback: boolean) => (failed ? name in failed.values : fallback),
  };
}
