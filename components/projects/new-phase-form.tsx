'use client';

import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import { startTransition, useActionState, useEffect, useRef, useState } from 'react';
import { OwnerField } from '@/components/forms/form-owner';
import { useKeptAction } from '@/components/forms/use-kept-action';
import { PhaseCell } from '@/components/projects/phase-cell';
import { phaseColumns } from '@/components/projects/phase-columns';
import { newPhaseId } from '@/components/projects/phase-form';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { useToast } from '@/components/ui/toast';
import type { Day } from '@/lib/format';
import { type FormAction, type FormState, idle } from '@/lib/forms/form-state';

const fields = ['name', 'plannedStartOn', 'plannedEndOn'] as const;
type Values = Record<(typeof fields)[number], string>;

type Props = {
  action: FormAction;
  projectId: string;
  /** The day after the last planned end; null without one. */
  startsOn: Day | null;
};

/**
 * The last row of the grid, for a new phase. Enter adds it and begins the next one in the field of the name; leaving the row adds
 * it too. Its start is the day after the last planned end unless another one is typed.
 */
export function NewPhaseForm({ action, projectId, startsOn }: Props) {
  const t = useTranslations('phases.grid');
  const say = useToast();
  const [state, send, pending] = useActionState<FormState, FormData>(useKeptAction(action), idle);
  const [typed, setTyped] = useState<Partial<Values>>(() => typedIn(state));
  const form = useRef<HTMLFormElement>(null);
  const sent = useRef<Partial<Values> | null>(null);
  const answered = useRef(state);
  const added = t('added');
  useEffect(() => {
    if (answered.current === state) return;
    answered.current = state;
    if (state.status !== 'done') return;
    // What was typed for the next phase while the answer was awaited stays.
    const last: Record<string, string> = sent.current ?? {};
    setTyped((now) => Object.fromEntries(Object.entries(now).filter(([name, text]) => text !== last[name])));
    say(added);
  }, [state, say, added]);
  const values: Values = { name: '', plannedStartOn: startsOn ?? '', plannedEndOn: '', ...typed };
  const failed = state.status === 'failed' ? state : null;
  const submit = () => {
    if (pending || !form.current) return;
    const data = new FormData(form.current);
    sent.current = typed;
    startTransition(() => send(data));
  };
  const cell = (name: keyof Values, className: string, more: { type?: 'date'; id?: string; placeholder?: string }) => (
    <PhaseCell
      name={name}
      label={t(name)}
      of={t('newPhase')}
      value={values[name]}
      error={failed?.fields[name]}
      onChange={(text) => setTyped({ ...typed, [name]: text })}
      className={className}
      {...more}
    />
  );
  return (
    <form
      ref={form}
      action={send}
      aria-label={t('newPhase')}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
        document.getElementById(newPhaseId)?.focus();
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        const leaves = !currentTarget.contains(relatedTarget) && document.hasFocus();
        if (leaves && typed.name?.trim() && typed !== sent.current) submit();
      }}
      noValidate
      className={clsx(phaseColumns, 'py-4 xl:py-2.5')}
    >
      <OwnerField />
      <input type="hidden" name="id" value={projectId} />
      {cell('name', 'max-sm:col-span-12 sm:col-span-2', { id: newPhaseId, placeholder: t('namePlaceholder') })}
      {cell('plannedStartOn', 'max-sm:col-span-6', { type: 'date' })}
      {cell('plannedEndOn', 'max-sm:col-span-6', { type: 'date' })}
      <div className="max-xl:col-span-full">
        <Button
          type="submit"
          look="secondary"
          aria-disabled={pending || undefined}
          className="w-full px-2 sm:max-xl:w-auto sm:max-xl:px-5"
        >
          {pending && <Icon name="loader-circle" className="animate-spin" />}
          {t('add')}
        </Button>
      </div>
      {failed?.message && (
        <p role="alert" className="col-span-full text-sm font-medium text-bad">
          {failed.message}
        </p>
      )}
    </form>
  );
}

function typedIn(state: FormState): Partial<Values> {
  if (state.status !== 'failed') return {};
  return Object.fromEntries(fields.map((name) => [name, state.values[name]?.at(-1) ?? '']));
}
