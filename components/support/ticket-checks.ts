import { zodResolver } from '@hookform/resolvers/zod';
import { createFormControl } from 'react-hook-form';
import { openTicketInput } from '@/lib/support/opening/schemas';

export type Typed = { subject: string; body: string };

/** What is wrong with a field: nothing, that it is empty, too long, or of too many marks within one another. */
export type Wrong = 'required' | 'tooLong' | 'tooNested';

/** Checks the texts of a new ticket by the schema of the server, from when a field was left on. */
export function ticketChecks(onChange: (wrong: Partial<Record<keyof Typed, Wrong>>) => void) {
  const form = createFormControl<Typed>({
    mode: 'onTouched',
    resolver: zodResolver(openTicketInput.pick({ subject: true, body: true })),
  });
  form.subscribe({
    formState: { errors: true },
    callback: ({ errors }) => {
      const of = (name: keyof Typed) => wrongOf(errors?.[name]?.type);
      onChange({ ...named('subject', of('subject')), ...named('body', of('body')) });
    },
  });
  const fields = { subject: form.register('subject'), body: form.register('body') };
  return { fields, areRight: () => form.trigger(undefined, { shouldFocus: true }) };
}

const named = (name: keyof Typed, wrong: Wrong | undefined) => (wrong ? { [name]: wrong } : {});

function wrongOf(type: unknown): Wrong | undefined {
  if (type === undefined) return undefined;
  if (type === 'too_big') return 'tooLong';
  return type === 'custom' ? 'tooNested' : 'required';
}
