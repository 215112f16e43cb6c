'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type SubmitEvent, useId, useRef, useState } from 'react';
import { v4 as uuid } from 'uuid';
import { describe, Field } from '@/components/forms/field';
import { OwnerField, useOwner } from '@/components/forms/form-owner';
import { Button } from '@/components/ui/button';
import { FileInput } from '@/components/uploads/file-input';
import { sendFile } from '@/components/uploads/send-file';
import { ownerField } from '@/lib/forms/marks';

type Props = {
  address: string;
  accept: string;
  /** Limit of the file, in bytes. */
  maxBytes: number;
};

/** Uploads a new logo and refreshes the page with its shell. Without JavaScript it is a plain form. */
export function LogoForm({ address, accept, maxBytes }: Props) {
  const t = useTranslations('gallery.settings');
  const hint = t('logoHint', { megabytes: Math.floor(maxBytes / 1024 / 1024) });
  const id = useId();
  const router = useRouter();
  const owner = useOwner();
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState(false);
  const key = useRef<{ file: File; id: string }>(null);
  const [error, setError] = useState<string | undefined>();

  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const file = input.current?.files?.[0];
    if (!file || sending) return;
    // The hint states the limit.
    setError(file.size > maxBytes ? hint : undefined);
    if (file.size > maxBytes) return;
    setSending(true);
    const { signal } = new AbortController();
    if (key.current?.file !== file) key.current = { file, id: uuid() };
    const fields: Record<string, string> = owner === null ? {} : { [ownerField]: owner };
    const form = { address, fields, fileField: 'logo', file, idempotencyKey: key.current.id };
    const sent = await sendFile({ ...form, onProgress: () => {}, signal });
    setSending(false);
    setError(sent.ok ? undefined : (sent.message ?? hint));
    if (!sent.ok) return;
    if (input.current) input.current.value = '';
    router.refresh();
  };

  return (
    <form method="post" encType="multipart/form-data" action={address} onSubmit={send} className="space-y-4">
      <OwnerField />
      <Field id={id} label={t('logoFile')} hint={hint} required error={error}>
        <FileInput ref={input} id={id} name="logo" accept={accept} required {...describe(id, hint, error)} />
      </Field>
      <Button type="submit" look="secondary" aria-disabled={sending || undefined}>
        {t('logoSave')}
      </Button>
    </form>
  );
}
