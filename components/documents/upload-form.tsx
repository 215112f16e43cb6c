'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { RemoveMetadata, removeMetadataOf } from '@/components/documents/remove-metadata';
import { describe, Field, FieldError } from '@/components/forms/field';
import { OwnerField } from '@/components/forms/form-owner';
import { Picker } from '@/components/picker/picker';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { type Option, Select } from '@/components/ui/select';
import { FileInput } from '@/components/uploads/file-input';
import { UploadList } from '@/components/uploads/upload-list';
import { useSizeLimit } from '@/components/uploads/use-size-limit';
import { useUploads } from '@/components/uploads/use-uploads';
import type { Choices } from '@/lib/choices';
import { paths } from '@/lib/paths';

type Props = {
  projects: Choices;
  projectId: string | undefined;
  types: readonly Option[];
  accept: string;
  /** Limit per file, in bytes. */
  maxBytes: number;
  /** Shown after an upload has succeeded and while none is running. */
  next: ReactNode;
};

/**
 * Creates one document per file. Without JavaScript it is a plain form for one file and redirects to that document's
 * page.
 */
export function UploadForm({ projects, projectId, types, accept, maxBytes, next }: Props) {
  const t = useTranslations('documents.upload.form');
  const errors = useTranslations('errors.field');
  const filesHint = t('filesHint', { megabytes: maxBytes / 1024 ** 2 });
  const form = useId();
  const limit = useSizeLimit(maxBytes);
  const { uploads, busy, send, retry, remove } = useUploads({
    address: paths.files.uploadDocument,
    fileField: 'file',
    limit,
  });
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set());
  const place = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (missing.size > 0) place.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [missing]);
  // `multiple` is set only once JavaScript runs, because the plain form accepts one file.
  const [many, setMany] = useState(false);
  useEffect(() => setMany(true), []);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const formData = new FormData(event.currentTarget);
    const files = formData.getAll('file').filter((file) => file instanceof File && file.name !== '');
    const fields = ['project_id', 'document_type_id'].map((name) => [name, String(formData.get(name) ?? '')] as const);
    const absent = fields.filter(([, value]) => value === '').map(([name]) => name);
    setMissing(new Set([...absent, ...(files.length === 0 ? ['file'] : [])]));
    if (absent.length > 0 || files.length === 0) return;
    const title = String(formData.get('title') ?? '').trim();
    send(
      files.filter((file) => file instanceof File),
      {
        ...Object.fromEntries(fields),
        ...removeMetadataOf(formData),
        ...(files.length === 1 && title ? { title } : {}),
      },
    );
    for (const name of ['title', 'file']) {
      const input = event.currentTarget.elements.namedItem(name);
      if (input instanceof HTMLInputElement) input.value = '';
    }
  };
  const id = (name: string) => `${form}-${name}`;
  const error = (name: string, text = errors('required')) => (missing.has(name) ? text : undefined);
  const idle = uploads.length > 0 && !busy;

  return (
    <form
      ref={place}
      action={paths.files.uploadDocument}
      method="post"
      encType="multipart/form-data"
      noValidate={many}
      onSubmit={submit}
      className="max-w-form space-y-6"
    >
      <OwnerField />
      <Field id={id('project_id')} label={t('project')} required error={error('project_id')}>
        <Picker
          id={id('project_id')}
          name="project_id"
          required
          choices={projects}
          placeholder={t('chooseProject')}
          value={projectId}
          {...describe(id('project_id'), null, error('project_id'))}
        />
      </Field>
      <Field id={id('document_type_id')} label={t('type')} required error={error('document_type_id')}>
        <Select
          id={id('document_type_id')}
          name="document_type_id"
          required
          options={types}
          placeholder={t('chooseType')}
          {...describe(id('document_type_id'), null, error('document_type_id'))}
        />
      </Field>
      <Field id={id('title')} label={t('name')} hint={t('nameHint')} error={undefined}>
        <Input id={id('title')} name="title" maxLength={200} {...describe(id('title'), t('nameHint'), undefined)} />
      </Field>
      <Field id={id('file')} label={t('files')} hint={filesHint} required error={undefined}>
        <FileInput
          id={id('file')}
          name="file"
          required
          multiple={many}
          accept={accept}
          {...describe(id('file'), filesHint, error('file', t('choose')))}
        />
        <FieldError id={id('file')} error={error('file', t('choose'))} />
      </Field>
      <RemoveMetadata />
      <Button type="submit" look="primary">
        {t('send')}
      </Button>
      <UploadList uploads={uploads} retry={retry} hrefOf={addressOf} remove={remove} />
      {idle && next}
    </form>
  );
}

/** Address of the document in the API's response; null if the response holds none. */
function addressOf(answer: unknown): string | null {
  if (answer === null || typeof answer !== 'object' || !('data' in answer)) return null;
  const { data } = answer;
  const id = data !== null && typeof data === 'object' && 'id' in data ? data.id : null;
  return typeof id === 'string' ? paths.admin.documents.show(id) : null;
}
