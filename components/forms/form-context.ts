'use client';

import { createContext, useContext, useId } from 'react';
import { type FormState, idle } from '@/lib/forms/form-state';

type FormContext = {
  state: FormState /** Grows with every answer, to remount fields that React resets badly. */;
  answers: number;
  formId: string;
};

export const FormContext = createContext<FormContext>({ state: idle, answers: 0, formId: '' });

/** What a field needs to know of its form: its ids, its message, and what was typed before. */
export function useField(name: string, initial?: string | null, error?: string) {
  const { state, answers, formId } = useContext(FormContext);
  const lone = useId();
  const id = `${formId || lone}-${name}`;
  const failed = state.status === 'failed' ? state : null;
  return {
    id,
    key: `${name}-${answers}`,
    error: error ?? failed?.fields[name],
    value: failed?.values[name]?.at(-1) ?? initial ?? undefined,
    /** After a failure only what was sent counts: an absent checkbox was off. */
    checked: (value: string, fallback: boolean) => (failed ? (failed.values[name] ?? []).includes(value) : fallback),
  };
}
