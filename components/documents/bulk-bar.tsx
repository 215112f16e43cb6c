'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, startTransition, useActionState, useEffect, useRef, useState } from 'react';
import { type BulkResult, BulkResultAlert, ClosableAlert } from '@/components/documents/bulk-result';
import { useTicked } from '@/components/documents/use-ticked';
import { Ask } from '@/components/forms/ask';
import { describe, FieldError } from '@/components/forms/field';
import { OwnerField } from '@/components/forms/form-owner';
import { keepFocus } from '@/components/forms/keep-focus';
import { useKeptAction } from '@/components/forms/use-kept-action';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Input } from '@/components/ui/input';
import { type Option, Select } from '@/components/ui/select';
import { type FormAction, type FormState, idle } from '@/lib/forms/form-state';

type Props = { id: string; action: FormAction<BulkResult>; steps: readonly Option[] };

/** Steps that change what clients see; each asks for confirmation. */
const reachClients = ['publish', 'withdraw'] as const;

/**
 * Runs a step on the selected documents. Their checkboxes refer to this form by its id, so it works without JavaScript.
 * Sticks to the bottom of the screen while a checkbox is ticked or a message is shown.
 */
export function BulkBar({ id, action, steps }: Props) {
  const t = useTranslations('documents.bulk');
  const form = useRef<HTMLFormElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const told = useRef<HTMLDivElement>(null);
  const [answered, send, pending] = useActionState<FormState<BulkResult>, FormData>(useKeptAction(action), idle);
  const [closed, setClosed] = useState<FormState<BulkResult>>(idle);
  const [asked, setAsked] = useState<(typeof reachClients)[number] | null>(null);
  const { count, clear } = useTicked(form, 'documents');
  const state = answered === closed ? idle : answered;
  const { step, reason, ...others } = state.status === 'failed' ? state.fields : {};
  const typed = state.status === 'failed' ? state.values : {};
  const message = state.status === 'failed' ? (state.message ?? Object.values(others).join(' ')) : '';

  useEffect(() => {
    if (answered.status === 'done') {
      form.current?.reset();
      clear();
    }
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid=true]');
    if (answered.status !== 'idle') (wrong ?? told.current)?.focus();
  }, [answered, clear]);

  // Calls `send` directly, because React resets a form after its action, even after a refusal.
  const go = () => {
    if (form.current && !pending) send(new FormData(form.current));
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const chosen = new FormData(event.currentTarget).get('step');
    const reaching = reachClients.find((name) => name === chosen);
    if (reaching && count > 0) setAsked(reaching);
    else startTransition(go);
  };
  const close = () => setClosed(answered);
  const takeBack = ({ step, documents }: NonNullable<BulkResult['undo']>) => {
    if (!form.current || pending) return;
    const data = new FormData(form.current);
    data.set('step', step);
    data.delete('documents');
    for (const document of documents) data.append('documents', document);
    startTransition(() => send(data));
  };
  return (
    <form
      ref={form}
      id={id}
      action={send}
      onSubmit={submit}
      aria-label={t('label')}
      className="sticky bottom-3 z-20 mt-8 hidden space-y-4 rounded-sheet bg-paper p-4 shadow-floating group-has-[input[name=documents]:checked]/board:block has-[[aria-invalid=true]]:block has-[[role=alert]]:block has-[[role=status]]:block sm:bottom-6 sm:p-5"
    >
      <OwnerField />
      <div ref={told} tabIndex={-1} className="empty:hidden">
        {message && (
          <ClosableAlert tone="bad" onClose={close}>
            {message}
          </ClosableAlert>
        )}
        {state.status === 'done' && state.data && (
          <BulkResultAlert result={state.data} onClose={close} onUndo={takeBack} />
        )}
      </div>
      {count > 0 && (
        <p className="flex flex-wrap items-center gap-x-3 text-[0.9375rem]">
          <span aria-live="polite" className="font-medium">
            {t('count', { count })}
          </span>
          <Button
            look="quiet"
            size="small"
            onClick={({ currentTarget }) => {
              clear();
              keepFocus(currentTarget);
            }}
          >
            {t('clear')}
          </Button>
        </p>
      )}
      <div className="flex flex-wrap items-start gap-3">
        <div className="min-w-0 flex-1 basis-44">
          <Select
            name="step"
            aria-label={t('step')}
            placeholder={t('choose')}
            options={steps}
            required
            defaultValue={typed.step?.at(-1)}
            {...describe(`${id}-step`, null, step)}
          />
          <FieldError id={`${id}-step`} error={step} />
        </div>
        <div className="min-w-0 flex-1 basis-44">
          <Input
            name="reason"
            aria-label={t('reason')}
            placeholder={t('reason')}
            maxLength={1000}
            defaultValue={typed.reason?.at(-1)}
            {...describe(`${id}-reason`, null, reason)}
          />
          <FieldError id={`${id}-reason`} error={reason} />
        </div>
        <Button ref={button} type="submit" look="primary" aria-disabled={pending || undefined}>
          {pending && <Icon name="loader-circle" className="animate-spin" />}
          {t('apply')}
        </Button>
      </div>
      <Ask
        open={asked !== null}
        onOpenChange={(open) => open || setAsked(null)}
        title={asked && t(`ask.${asked}.title`, { count })}
        description={asked && t(`ask.${asked}.text`, { count })}
        confirm={asked && t(`ask.${asked}.confirm`)}
        danger={asked === 'withdraw'}
        onConfirm={() => {
          setAsked(null);
          startTransition(go);
        }}
        backTo={() => button.current}
      />
    </form>
  );
}
