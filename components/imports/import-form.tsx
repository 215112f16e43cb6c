'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type SubmitEvent, useId, useRef, useState } from 'react';
import { v4 as uuid } from 'uuid';
import { describe, Field } from '@/components/forms/field';
import { OwnerField, useOwner } from '@/components/forms/form-owner';
import { Button } from '@/components/ui/button';
import { type Option, Select } from '@/components/ui/select';
import { FileInput } from '@/components/uploads/file-input';
import { sendFile } from '@/components/uploads/send-file';
import { ownerField } from '@/lib/forms/marks';
import { paths } from '@/lib/paths';

type Props = {
  kinds: readonly Option[];
  kind: string | undefined;
  accept: string;
  /** Limits of the file, in bytes and in rows. */
  maxBytes: number;
  maxRows: number;
};

/** Uploads a file to import and opens its page. Without JavaScript it is a plain form that is led there. */
export function ImportForm({ kinds, kind, accept, maxBytes, maxRows }: Props) {
  const t = useTranslations('imports.start');
  const required = useTranslations('errors.field')('required');
  const hint = t('hint', { megabytes: Math.floor(maxBytes / 1024 / 1024), rows: maxRows });
  const id = useId();
  const router = useRouter();
  const owner = useOwner();
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<string | undefined>();
  const key = useRef<{ of: string; id: string }>(null);

  const send = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const file = form.get('file');
    const chosen = file instanceof File && file.name !== '' ? file : null;
    setError(chosen ? (chosen.size > maxBytes ? hint : undefined) : required);
    if (!chosen || chosen.size > maxBytes || sending) return;
    setSending(true);
    const fields: Record<string, string> = {
      kind: String(form.get('kind')),
      ...(owner === null ? {} : { [ownerField]: owner }),
    };
    // The same file of the same kind sent again is the same request.
    const of = `${fields.kind} ${chosen.name} ${chosen.size} ${chosen.lastModified}`;
    if (key.current?.of !== of) key.current = { of, id: uuid() };
    const { signal } = new AbortController();
    const sent = await sendFile({
      ...{ address: paths.files.uploadImport, fields, fileField: 'file', file: chosen, idempotencyKey: key.current.id },
      ...{ onProgress: () => undefined, signal },
    });
    const next = sent.ok ? addressOf(sent.answer) : null;
    if (next) return router.push(next);
    setSending(false);
    setError(sent.ok ? hint : (sent.message ?? hint));
  };

  return (
    <form
      method="post"
      encType="multipart/form-data"
      action={paths.files.uploadImport}
      onSubmit={send}
      className="max-w-form space-y-6"
    >
      <OwnerField />
      <Field id={`${id}-kind`} label={t('kind')} required error={undefined}>
        <Select id={`${id}-kind`} name="kind" options={kinds} defaultValue={kind} />
      </Field>
      <Field id={id} label={t('file')} hint={hint} required error={error}>
        <FileInput id={id} name="file" accept={accept} {...describe(id, hint, error)} />
      </Field>
      <Button type="submit" look="primary" aria-disabled={sending || undefined}>
        {sending ? t('sending') : t('send')}
      </Button>
      <p role="status" className="sr-only">
        {sending ? t('sending') : ''}
      </p>
    </form>
  );
}

/** The page of the import in the answer of the API; null where it has none. */
function addressOf(answer: unknown): string | null {
  if (answer === null || typeof answer !== 'object' || !('data' in answer)) return null;
  const { data } = answer;
  const id = data !== null && typeof data === 'object' && 'id' in data ? data.id : null;
  return typeof id === 'string' ? paths.admin.imports.show(id) : null;
}
