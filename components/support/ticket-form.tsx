'use client';

import { useTranslations } from 'next-intl';
import { type MouseEvent, useState } from 'react';
import { useForm } from 'react-hook-form';
import { Form } from '@/components/forms/form';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextAreaField } from '@/components/forms/text-area-field';
import { TextField } from '@/components/forms/text-field';
import { FilePicker, type FileRules } from '@/components/support/file-picker';
import { useFilesAction } from '@/components/support/use-files-action';
import type { Option } from '@/components/ui/select';
import type { FormAction } from '@/lib/forms/form-state';
import { paths } from '@/lib/paths';

type Typed = { subject: string; body: string };
type Choices = Record<'categories' | 'priorities' | 'projects', readonly Option[]>;
type Props = FileRules & {
  action: FormAction;
  hidden: Record<string, string>;
  choices: Choices;
  projectId: string | null;
};

/** The form of a new ticket. Checked while it is typed by the schema of the server; without JavaScript a plain form. */
export function TicketForm({ action, hidden, choices, projectId, ...rules }: Props) {
  const t = useTranslations('support.openNew');
  const errors = useTranslations('errors.field');
  const [files, setFiles] = useState<File[]>([]);
  const { send, share } = useFilesAction({
    ...{ action, files, address: paths.files.openTicket, onSent: () => setFiles([]) },
    leadsTo: (answer) => {
      const id = idOf(answer);
      return id && paths.client.ticket(id);
    },
  });
  const { register, trigger, formState } = useForm<Typed>({
    mode: 'onTouched',
    // The schema and its library come with the first check.
    resolver: async (values, context, options) => {
      const { resolver } = await import('@/components/support/ticket-resolver');
      return resolver(values, context, options);
    },
  });
  const wordsOf = (field: keyof Typed) => {
    const type = formState.errors[field]?.type;
    if (type === undefined) return undefined;
    if (type === 'too_big') return errors('tooLong', { maximum: field === 'subject' ? 200 : 20_000 });
    return type === 'custom' ? errors('tooNested') : errors('required');
  };
  const check = async (event: MouseEvent<HTMLButtonElement>) => {
    const button = event.currentTarget;
    event.preventDefault();
    // A check that could not be loaded is left to the server.
    const isRight = await trigger(undefined, { shouldFocus: true }).catch(() => true);
    if (isRight) button.form?.requestSubmit();
  };
  return (
    <Form action={send} hidden={hidden} doneMessage={null}>
      <TextField
        label={t('subject')}
        hint={t('subjectHint')}
        required
        maxLength={200}
        autoComplete="off"
        error={wordsOf('subject')}
        {...register('subject')}
      />
      <TextAreaField
        label={t('body')}
        hint={t('bodyHint')}
        required
        rows={7}
        maxLength={20_000}
        error={wordsOf('body')}
        {...register('body')}
      />
      <FilePicker files={files} share={share} onChange={setFiles} {...rules} />
      <noscript>
        <p className="text-sm text-ink-soft">{t('files')}</p>
      </noscript>
      <div className="grid gap-6 sm:grid-cols-2">
        <SelectField name="category" label={t('category')} required options={choices.categories} />
        <SelectField
          name="priority"
          label={t('priority')}
          required
          options={choices.priorities}
          defaultValue="normal"
        />
      </div>
      {choices.projects.length > 0 && (
        <SelectField
          name="projectId"
          label={t('project')}
          placeholder={t('noProject')}
          options={choices.projects}
          defaultValue={projectId}
        />
      )}
      <SubmitButton onClick={check}>{t('send')}</SubmitButton>
    </Form>
  );
}

/** The id in the answer to an upload. */
function idOf(answer: unknown): string | null {
  const data = answer && typeof answer === 'object' && 'data' in answer ? answer.data : null;
  return data && typeof data === 'object' && 'id' in data && typeof data.id === 'string' ? data.id : null;
}
