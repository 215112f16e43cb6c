'use client';

import { useTranslations } from 'next-intl';
import { type ChangeEvent, type FocusEvent, type MouseEvent, useRef, useState } from 'react';
import { Form } from '@/components/forms/form';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextAreaField } from '@/components/forms/text-area-field';
import { TextField } from '@/components/forms/text-field';
import { FilePicker, type FileRules } from '@/components/support/file-picker';
import type { Typed, ticketChecks, Wrong } from '@/components/support/ticket-checks';
import { useFilesAction } from '@/components/support/use-files-action';
import type { Option } from '@/components/ui/select';
import type { FormAction } from '@/lib/forms/form-state';
import { paths } from '@/lib/paths';

type Happened = (ChangeEvent | FocusEvent) & { target: unknown };
type Choices = Record<'categories' | 'priorities' | 'projects', readonly Option[]>;
type Props = FileRules & {
  area: 'client' | 'admin';
  /** The people for one of whom the team writes. */
  people?: readonly Option[];
  action: FormAction;
  hidden: Record<string, string>;
  choices: Choices;
  projectId: string | null;
};

/** The form of a new ticket. Checked while it is typed by the schema of the server; without JavaScript a plain form. */
export function TicketForm({ area, people, action, hidden, choices, projectId, ...rules }: Props) {
  const t = useTranslations('support.openNew');
  const errors = useTranslations('errors.field');
  const [files, setFiles] = useState<File[]>([]);
  const { send, share } = useFilesAction({
    ...{ action, files, address: paths.files.openTicket(area), onSent: () => setFiles([]) },
    leadsTo: (answer) => {
      const id = idOf(answer);
      return id && paths[area].ticket(id);
    },
  });
  const [wrong, setWrong] = useState<Partial<Record<keyof Typed, Wrong>>>({});
  const checks = useRef<Promise<ReturnType<typeof ticketChecks> | null>>(null);
  const box = useRef<HTMLDivElement>(null);

  // The schema and the library of the checks come when somebody begins to type. What could not be loaded is left to the server.
  const load = () => {
    checks.current ??= import('@/components/support/ticket-checks').then(
      (loaded) => {
        const made = loaded.ticketChecks(setWrong);
        for (const name of ['subject', 'body'] as const)
          made.fields[name].ref(box.current?.querySelector(`[name=${name}]`));
        return made;
      },
      () => null,
    );
    return checks.current;
  };
  const wordsOf = (name: keyof Typed) => {
    if (wrong[name] === 'required') return errors('required');
    if (wrong[name] === 'tooNested') return errors('tooNested');
    return wrong[name] && errors('tooLong', { maximum: name === 'subject' ? 200 : 20_000 });
  };
  const watched = (name: keyof Typed) => ({
    name,
    error: wordsOf(name),
    onChange: async (event: Happened) => (await load())?.fields[name].onChange(event),
    onBlur: async (event: Happened) => (await load())?.fields[name].onBlur(event),
  });
  const check = async (event: MouseEvent<HTMLButtonElement>) => {
    const button = event.currentTarget;
    event.preventDefault();
    const loaded = await load();
    if (!loaded || (await loaded.areRight())) button.form?.requestSubmit();
  };
  return (
    <Form action={send} hidden={hidden} doneMessage={null}>
      {people && <SelectField name="clientUserId" label={t('person')} required options={people} />}
      <div ref={box} className="space-y-6">
        <TextField
          label={t('subject')}
          hint={t('subjectHint')}
          required
          maxLength={200}
          autoComplete="off"
          {...watched('subject')}
        />
        <TextAreaField
          label={people ? t('message') : t('body')}
          hint={t('bodyHint')}
          required
          rows={7}
          maxLength={20_000}
          {...watched('body')}
        />
      </div>
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
