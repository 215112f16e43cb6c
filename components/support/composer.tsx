'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextAreaField } from '@/components/forms/text-area-field';
import { FilePicker, type FileRules } from '@/components/support/file-picker';
import { useFilesAction } from '@/components/support/use-files-action';
import type { FormAction } from '@/lib/forms/form-state';

type Props = FileRules & {
  action: FormAction;
  address: string;
  hidden: Record<string, string>;
  label: string;
  placeholder?: string;
  defaultValue?: string;
  /** The text of the button, and further buttons beside it. */
  submit: string;
  further?: ReactNode;
  children?: ReactNode;
};

/**
 * Where a message is written, with its files. After a refusal the page is drawn anew around it, so that a message that crossed this
 * one is read before it is sent again; what was typed stays.
 */
export function Composer({
  action,
  address,
  hidden,
  label,
  placeholder,
  defaultValue,
  submit,
  further,
  children,
  ...rules
}: Props) {
  const t = useTranslations('support.reply');
  const router = useRouter();
  const [files, setFiles] = useState<File[]>([]);
  const { send, share } = useFilesAction({ action, address, files, onSent: () => setFiles([]) });
  return (
    <Form
      action={send}
      hidden={hidden}
      doneMessage={t('sent')}
      onFailed={() => router.refresh()}
      className="max-w-none space-y-3"
    >
      {children}
      <TextAreaField
        name="body"
        label={label}
        required
        rows={2}
        maxLength={20_000}
        defaultValue={defaultValue ?? ''}
        {...(placeholder && { placeholder })}
      />
      <div className="flex flex-wrap items-start gap-3">
        <SubmitButton>{submit}</SubmitButton>
        {further}
        <FilePicker files={files} share={share} onChange={setFiles} {...rules} />
      </div>
    </Form>
  );
}
