'use client';

import { useTranslations } from 'next-intl';
import { type ComponentProps, useState } from 'react';
import { describe, Field } from '@/components/forms/field';
import { useField } from '@/components/forms/form-context';
import { control } from '@/components/ui/control';
import { Icon } from '@/components/ui/icon';
import type { Party } from '@/lib/projects/schemas';

type Props = {
  parties: Party[];
  /** The client that is selected initially. */
  clientId?: string | undefined;
};

/**
 * Client and contact of a new project. Contacts are grouped by client; once a client is selected only its contacts are
 * listed. Without JavaScript all are listed, and the server refuses a contact of another client.
 */
export function PartyFields({ parties, clientId }: Props) {
  const t = useTranslations('projects.form.party');
  const client = useField('clientId', clientId);
  const contact = useField('clientUserId');
  const [chosen, setChosen] = useState(client.value ?? '');
  const withPeople = parties.filter(({ id, people }) => people.length > 0 && (chosen === '' || id === chosen));
  const hasPeople = parties.some(({ people }) => people.length > 0);
  const clientHint = hasPeople ? t('clientHint') : '';
  return (
    <>
      <Field id={client.id} label={t('client')} hint={clientHint} required error={client.error}>
        <Choice
          key={client.key}
          id={client.id}
          name="clientId"
          defaultValue={client.value}
          onChange={(event) => setChosen(event.target.value)}
          {...describe(client.id, clientHint, client.error)}
        >
          <option value="">{t('chooseClient')}</option>
          {parties.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Choice>
      </Field>
      {hasPeople && (
        <Field id={contact.id} label={t('contact')} hint={t('contactHint')} error={contact.error}>
          <Choice
            key={contact.key}
            id={contact.id}
            name="clientUserId"
            defaultValue={contact.value}
            {...describe(contact.id, t('contactHint'), contact.error)}
          >
            <option value="">{t('noContact')}</option>
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

/** A native select with option groups, styled like components/ui/select. */
function Choice(props: ComponentProps<'select'>) {
  return (
    <span className="relative block">
      <select className={`${control} h-11 appearance-none truncate pe-10`} {...props} />
      <Icon name="chevron-down" className="pointer-events-none absolute end-3.5 top-3.5 size-4 text-ink-faint" />
    </span>
  );
}
