'use client';

import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import { type ReactNode, useActionState, useEffect, useId, useRef, useState } from 'react';
import { ErrorSummary } from '@/components/forms/error-summary';
import { FormContext } from '@/components/forms/form-context';
import { OwnerField } from '@/components/forms/form-owner';
import { takeKept } from '@/components/forms/kept-values';
import { useKeptAction } from '@/components/forms/use-kept-action';
import { VersionField } from '@/components/forms/version-field';
import { Alert } from '@/components/ui/alert';
import { type FormAction, type FormState, idle } from '@/lib/forms/form-state';

type Props<T> = {
  action: FormAction<T>;
  children: ReactNode;
  /**
   * Message on success, by default “Saved”. null shows none, for forms whose page changes or that show the result
   * themselves.
   */
  doneMessage?: string | null;
  /** Hidden fields: ids. */
  hidden?: Record<string, string>;
  /** The version of the record that the form shows and changes. */
  version?: string;
  /** For parents in the browser, which close a dialog or show the returned data. */
  onDone?: (data: T | undefined) => void;
  onFailed?: () => void;
  className?: string;
};

/**
 * A form wired to a server action. Submits as a plain HTML form without JavaScript. After a failure it keeps the typed
 * values, shows each message at its field and moves the focus to the summary.
 */
export function Form<T>({
  action,
  children,
  doneMessage,
  hidden = {},
  version,
  onDone,
  onFailed,
  className,
}: Props<T>) {
  const t = useTranslations('common.form');
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  const [answered, send] = useActionState<FormState<T>, FormData>(useKeptAction(action), idle);
  const [restored, setRestored] = useState<FormState<T>>(idle);
  const state = answered.status === 'idle' ? restored : answered;
  const answers = useAnswers(state);
  const notify = useRef({ onDone, onFailed });
  notify.current = { onDone, onFailed };

  useEffect(() => {
    const values = form.current && takeKept(form.current);
    if (values) setRestored({ status: 'failed', message: t('restored'), fields: {}, values });
  }, [t]);

  useEffect(() => {
    if (state.status === 'done') notify.current.onDone?.(state.data);
    if (state.status === 'failed') notify.current.onFailed?.();
  }, [state]);

  return (
    <FormContext value={{ state, answers, formId }}>
      <form ref={form} action={send} noValidate className={clsx('max-w-form space-y-6', className)}>
        <OwnerField />
        <VersionField state={state} shown={version} />
        {state.status === 'failed' && <ErrorSummary state={state} formId={formId} />}
        {state.status === 'done' && doneMessage !== null && (
          <Alert tone="good" live>
            {doneMessage ?? t('saved')}
          </Alert>
        )}
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
      </form>
    </FormContext>
  );
}

/**
 * Counts the action's responses. Fields use it as key, because React resets a `<select>` to its first default after an
 * action.
 */
function useAnswers(state: FormState): number {
  const [seen, setSeen] = useState({ state, count: 0 });
  if (seen.state === state) return seen.count;
  setSeen({ state, count: seen.count + 1 });
  return seen.count + 1;
}
