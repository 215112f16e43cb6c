'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type SubmitEvent, useId, useRef, useState } from 'react';
import { describe, Field } from '@/components/forms/field';
import { Button } from '@/components/ui/button';
import { FileInput } from '@/components/uploads/file-input';
import { sendFile } from '@/components/uploads/send-file';

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
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState(false);
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
    const sent = await sendFile({ address, fields: {}, fileField: 'logo', file, onProgress: () => {}, signal });
    setSending(false);
    setError(sent.ok ? undefined : (sent.message ?? hint));
    if (!sent.ok) return;
    if (input.current) input.current.value = '';
    router.refresh();
  };

  return (
    <form method="post" encType="multipart/form-data" action={address} onSubmit={send} className="space-y-4">
      <Field id={id} label={t('logoFile')} hint={hint} required error={error}>
        <FileInput ref={input} id={id} name="logo" accept={accept} required {...describe(id, hint, error)} />
      </Field>
      <Button type="submit" look="secondary" aria-disabled={sending || undefined}>
        {t('logoSave')}
      </Button>
    </form>
  );
}
