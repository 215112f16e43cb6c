'use client';

import { useRouter } from 'next/navigation';
import { type SubmitEvent, useId, useRef, useState } from 'react';
import { v4 as uuid } from 'uuid';
import { describe, Field } from '@/components/forms/field';
import { OwnerField } from '@/components/forms/form-owner';
import { TextAreaField } from '@/components/forms/text-area-field';
import { TextField } from '@/components/forms/text-field';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { FileInput } from '@/components/uploads/file-input';
import { sendFile } from '@/components/uploads/send-file';
import type { Day } from '@/lib/format';

type Texts = Record<'paidOn' | 'note' | 'noteHint' | 'proof' | 'proofHint' | 'send' | 'notSent', string>;
type Props = { address: string; accept: string; maxBytes: number; today: Day; texts: Texts };

/** The form of a claim with its proof. Without JavaScript it is a plain form. */
export function ClaimFields({ address, accept, maxBytes, today, texts }: Props) {
  const id = useId();
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const key = useRef(uuid());
  const [sending, setSending] = useState(false);
  const [tooLarge, setTooLarge] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const send = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sending) return;
    const file = input.current?.files?.[0] ?? null;
    const over = file !== null && file.size > maxBytes;
    setTooLarge(over);
    if (over) return;
    const typed = [...new FormData(event.currentTarget)].flatMap(([name, value]) =>
      typeof value === 'string' && value !== '' ? [[name, value] as const] : [],
    );
    setSending(true);
    const form = { address, fields: Object.fromEntries(typed), fileField: 'proof', file };
    const sent = await sendFile({
      ...{ ...form, idempotencyKey: key.current, onProgress: () => {}, signal: new AbortController().signal },
    });
    setSending(false);
    // An answer that was lost may have been a yes.
    if (sent.ok || sent.status !== 0) key.current = uuid();
    setError(sent.ok ? null : (sent.message ?? texts.notSent));
    if (sent.ok) router.refresh();
  };

  const proofError = tooLarge ? texts.proofHint : undefined;
  return (
    <form
      method="post"
      encType="multipart/form-data"
      action={address}
      onSubmit={send}
      noValidate
      className="max-w-form space-y-6"
    >
      <OwnerField />
      {error && (
        <Alert tone="bad" live>
          {error}
        </Alert>
      )}
      <TextField name="paid_on" label={texts.paidOn} type="date" required defaultValue={today} className="max-w-60" />
      <TextAreaField name="note" label={texts.note} hint={texts.noteHint} rows={2} maxLength={1000} />
      <Field id={id} label={texts.proof} hint={texts.proofHint} error={proofError}>
        <FileInput ref={input} id={id} name="proof" accept={accept} {...describe(id, texts.proofHint, proofError)} />
      </Field>
      <Button type="submit" look="secondary" aria-disabled={sending || undefined}>
        {texts.send}
      </Button>
    </form>
  );
}
