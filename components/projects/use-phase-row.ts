'use client';

import {
  type FocusEvent,
  type KeyboardEvent,
  startTransition,
  useActionState,
  useEffect,
  useRef,
  useState,
} from 'react';
import { useKeptAction } from '@/components/forms/use-kept-action';
import {
  followPhase,
  type PhaseField,
  type PhaseValues,
  phaseFields,
  sameValues,
} from '@/components/projects/phase-values';
import { useToast } from '@/components/ui/toast';
import { type FormAction, type FormState, idle } from '@/lib/forms/form-state';

type Props = { action: FormAction; shown: PhaseValues; doneMessage: string; onEnter?: (() => void) | undefined };
type Sent = { values: PhaseValues; before: PhaseValues; takesBack: boolean };

/**
 * A row of the grid: its typed values, and the handlers of its form. It is saved when the focus leaves it or its percent, and on
 * Enter; Escape takes back what was typed. A refused row keeps what was typed; a saved one can be taken back from the toast.
 */
export function usePhaseRow({ action, shown, doneMessage, onEnter }: Props) {
  const [state, send, pending] = useActionState<FormState, FormData>(useKeptAction(action), idle);
  const [values, setValues] = useState(() => typedIn(state, shown));
  const [base, setBase] = useState(shown);
  const say = useToast();
  const form = useRef<HTMLFormElement>(null);
  const sent = useRef<Sent | null>(null);
  const waits = useRef(false);
  const answered = useRef(state);
  const dirty = !sameValues(values, base);

  if (!sameValues(base, shown)) {
    setBase(shown);
    setValues(followPhase(values, { before: base, sent: sent.current?.values ?? null, after: shown }));
  }

  const submit = (
    wanted: PhaseValues,
    { button, takesBack = false }: { button?: HTMLElement; takesBack?: boolean } = {},
  ) => {
    if (!form.current) return;
    const data = new FormData(form.current, button);
    for (const field of phaseFields) data.set(field, wanted[field]);
    sent.current = { values: wanted, before: base, takesBack };
    say(null);
    startTransition(() => send(data));
  };
  /** While an answer is awaited the next save waits for it, because it brings the version of the phase. */
  const save = (again = false) => {
    if (!dirty || (!again && sameValues(values, sent.current?.values ?? null))) return;
    if (pending) waits.current = true;
    else submit(values);
  };

  const latest = useRef({ save, submit });
  latest.current = { save, submit };
  useEffect(() => {
    if (answered.current === state) return;
    answered.current = state;
    const last = sent.current;
    if (state.status === 'done') {
      sent.current = null;
      if (last) setValues((now) => (sameValues(now, last.values) ? base : now));
      if (last && !last.takesBack)
        say(doneMessage, 'good', () => {
          // A date that is taken back moves once more, and that is the team's own doing.
          latest.current.submit({ ...last.before, reason: 'us' }, { takesBack: true });
        });
    }
    if (waits.current) {
      waits.current = false;
      latest.current.save();
    }
  }, [state, base, say, doneMessage]);

  return {
    ...{ state, pending, values, dirty, form },
    set: (field: PhaseField, value: string) => setValues({ ...values, [field]: value }),
    handlers: {
      ref: form,
      action: send,
      onSubmit: (event: React.SubmitEvent<HTMLFormElement>) => {
        event.preventDefault();
        const button = event.nativeEvent.submitter;
        if (!pending && (dirty || button?.getAttribute('value'))) submit(values, button ? { button } : {});
      },
      onBlur: (event: FocusEvent<HTMLFormElement>) => {
        const leaves = !event.currentTarget.contains(event.relatedTarget) && document.hasFocus();
        if (leaves || (event.target.name === 'percent' && values.percent !== base.percent)) save();
      },
      onKeyDown: (event: KeyboardEvent<HTMLFormElement>) => {
        if (!(event.target instanceof HTMLInputElement)) return;
        if (event.key === 'Escape') setValues(base);
        if (event.key !== 'Enter') return;
        event.preventDefault();
        save(!pending);
        onEnter?.();
      },
    },
  };
}

/** The values of a form that was refused without JavaScript; else those of the phase. */
function typedIn(state: FormState, shown: PhaseValues): PhaseValues {
  if (state.status !== 'failed') return shown;
  const typed = phaseFields.map((field) => [field, state.values[field]?.at(-1) ?? shown[field]]);
  return Object.fromEntries(typed);
}
