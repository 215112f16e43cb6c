'use client';

import { ChevronDown } from 'lucide-react';
import { type ComponentProps, useState } from 'react';
import { describe, Field } from '@/components/forms/field';
import { useField } from '@/components/forms/form-context';
import { control } from '@/components/ui/control';
import type { Party } from '@/lib/projects/schemas';

type Words = Record<'client' | 'chooseClient' | 'clientHint' | 'contact' | 'noContact' | 'contactHint', string>;

type Props = {
  parties: Party[];
  /** The client that is chosen at first. */
  clientId?: string | undefined;
  words: Words;
};

/**
 * Who a new project is for. People stand grouped by client, and once a client is chosen only theirs are left. Without
 * JavaScript all stay, and the server refuses two that do not belong together.
 */
export function PartyFields({ parties, clientId, words }: Props) {
  const client = useField('clientId', clientId);
  const contact = useField('clientUserId');
  const [chosen, setChosen] = useState(client.value ?? '');
  const withPeople = parties.filter(({ id, people }) => people.length > 0 && (chosen === '' || id === chosen));
  return (
    <>
      <Field id={client.id} label={words.client} hint={words.clientHint} required error={client.error}>
        <Choice
          key={client.key}
          id={client.id}
          name="clientId"
          defaultValue={client.value}
          onChange={(event) => setChosen(event.target.value)}
          {...describe(client.id, words.clientHint, client.error)}
        >
          <option value="">{words.chooseClient}</option>
          {parties.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Choice>
      </Field>
      {parties.some(({ people }) => people.length > 0) && (
        <Field id={contact.id} label={words.contact} hint={words.contactHint} error={contact.error}>
          <Choice
            key={contact.key}
            id={contact.id}
            name="clientUserId"
            defaultValue={contact.value}
            {...describe(contact.id, words.contactHint, contact.error)}
          >
            <option value="">{words.noContact}</option>
            {withPeople.map(({ id, name, people }) => (
              <optgroup key={id} label={name}>
                {people.map((person) => (
                  <option key={person.id} value={person.id}>
                    {person.name}
                  </option>
                ))}
              </optgroup>
            ))}
          </Choice>
        </Field>
      )}
    </>
  );
}

/** The browser's own select, as components/ui/select draws it, with groups. */
function Choice(props: ComponentProps<'select'>) {
  return (
    <span className="relative block">
      <select className={`${control} h-11 appearance-none truncate pe-10`} {...props} />
      <ChevronDown aria-hidden="true" className="pointer-events-none absolute end-3.5 top-3.5 size-4 text-ink-faint" />
    </span>
  );
}
