'use client';

import { startTransition, useActionState, useEffect, useRef, useState } from 'react';
import { useKeptAction } from '@/components/forms/use-kept-action';
import { useToast } from '@/components/ui/toast';
import { type FormAction, type FormState, idle } from '@/lib/forms/form-state';

const fields = ['name', 'plannedStartOn', 'plannedEndOn'] as const;
export type NewPhaseField = (typeof fields)[number];
/** What was typed; a field that was not touched is absent. */
type Typed = Partial<Record<NewPhaseField, string>>;

type Props = { action: FormAction; startsOn: string; doneMessage: string };

/**
 * The row for a new phase: what is typed in it, and how it is sent. A sent phase leaves the row at once, so that the next one can be
 * typed while its answer is awaited; phases that are entered meanwhile follow one by one, each with the start after the end before
 * it. A refused phase comes back into the row, and what was typed there since comes after it.
 */
export function useNewPhase({ action, startsOn, doneMessage }: Props) {
  const [state, send, pending] = useActionState<FormState, FormData>(useKeptAction(action), idle);
  const [typed, setTyped] = useState<Typed>(() => typedIn(state));
  const say = useToast();
  const form = useRef<HTMLFormElement>(null);
  const sent = useRef<Typed | null>(null);
  const waiting = useRef<Typed[]>([]);
  /** What was in the row when a refused phase came back into it. */
  const putAside = useRef<Typed>({});
  const answered = useRef(state);
  const valuesOf = (phase: Typed) => ({ name: '', plannedStartOn: startsOn, plannedEndOn: '', ...phase });

  const post = (phase: Typed) => {
    if (!form.current) return;
    const data = new FormData(form.current);
    const values = valuesOf(phase);
    for (const name of fields) data.set(name, values[name]);
    sent.current = phase;
    startTransition(() => send(data));
  };
  /** Sends the oldest of the waiting phases, and returns whether there was one. */
  const postWaiting = () => {
    const next = waiting.current.shift();
    if (next) post(next);
    return next !== undefined;
  };
  const submit = () => {
    if (isEmpty(typed) && (pending || postWaiting())) return;
    if (pending) waiting.current.push(typed);
    else post(typed);
    setTyped(putAside.current);
    putAside.current = {};
  };

  const latest = useRef({ typed, postWaiting });
  latest.current = { typed, postWaiting };
  useEffect(() => {
    if (answered.current === state) return;
    answered.current = state;
    if (state.status === 'done') {
      say(doneMessage);
      latest.current.postWaiting();
    }
    if (state.status !== 'failed' || !sent.current) return;
    putAside.current = latest.current.typed;
    setTyped(sent.current);
    // What is being typed must not run into the refused phase.
    const { activeElement } = document;
    if (isEmpty(putAside.current) || !form.current?.contains(activeElement)) return;
    const wrong = form.current.querySelector<HTMLElement>('[aria-invalid=true]');
    (wrong ?? form.current.querySelector<HTMLElement>('[type=submit]'))?.focus();
  }, [state, say, doneMessage]);

  return {
    ...{ form, send, submit, pending, values: valuesOf(typed) },
    failed: !pending && state.status === 'failed' ? state : null,
    set: (name: NewPhaseField, text: string) => setTyped({ ...typed, [name]: text }),
    /** Sends what the focus leaves behind, but not a refused phase that nobody changed. */
    leave: () => {
      if (isEmpty(typed)) return void (pending || postWaiting());
      if (typed.name?.trim() && typed !== sent.current) submit();
    },
  };
}

const isEmpty = (phase: Typed) => !fields.some((name) => phase[name]?.trim());

function typedIn(state: FormState): Typed {
  if (state.status !== 'failed') return {};
  return Object.fromEntries(fields.map((name) => [name, state.values[name]?.at(-1) ?? '']));
}
