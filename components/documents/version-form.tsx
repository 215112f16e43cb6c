'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useId, useState } from 'react';
import { RemoveMetadata, removeMetadataOf } from '@/components/documents/remove-metadata';
import { OwnerField } from '@/components/forms/form-owner';
import { Button } from '@/components/ui/button';
import { FileInput } from '@/components/uploads/file-input';
import { UploadList } from '@/components/uploads/upload-list';
import { useSizeLimit } from '@/components/uploads/use-size-limit';
import { useUploads } from '@/components/uploads/use-uploads';

type Props = {
  address: string;
  accept: string;
  /** Limit of the file, in bytes. */
  maxBytes: number;
};

/** Uploads a new version of a document and shows the progress. Without JavaScript it is a plain form. */
export function VersionForm({ address, accept, maxBytes }: Props) {
  const t = useTranslations('documents.upload.form');
  const show = useTranslations('documents.show');
  const id = useId();
  const router = useRouter();
  const limit = useSizeLimit(maxBytes);
  const { uploads, busy, send, retry, remove } = useUploads({ address, fileField: 'file', limit });
  const [empty, setEmpty] = useState(false);
  const done = uploads.filter(({ state }) => state === 'done').length;
  useEffect(() => {
    if (done > 0) router.refresh();
  }, [done, router]);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const formData = new FormData(event.currentTarget);
    const file = formData.get('file');
    const chosen = file instanceof File && file.name !== '' ? file : null;
    setEmpty(chosen === null);
    if (!chosen) return document.getElementById(id)?.focus();
    send([chosen], removeMetadataOf(formData));
    event.currentTarget.reset();
  };
  return (
    <form action={address} method="post" encType="multipart/form-data" onSubmit={submit} className="space-y-4">
      <OwnerField />
      <FileInput
        id={id}
        name="file"
        accept={accept}
        aria-label={show('file')}
        aria-describedby={empty ? `${id}-error` : undefined}
        aria-invalid={empty || undefined}
      />
      {empty && (
        <p id={`${id}-error`} role="alert" className="text-sm font-medium text-bad">
          {t('choose')}
        </p>
      )}
      <RemoveMetadata />
      <Button type="submit" aria-disabled={busy || undefined}>
        {t('send')}
      </Button>
      <UploadList uploads={uploads.filter(({ state }) => state !== 'done')} retry={retry} remove={remove} />
    </form>
  );
}
