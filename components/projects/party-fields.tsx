'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useField } from '@/components/forms/form-context';
import { SelectField } from '@/components/forms/select-field';
import { PickerField } from '@/components/picker/picker-field';
import type { Contact, Parties } from '@/lib/projects/schemas';

type Props = {
  parties: Parties;
  /** The client that is selected initially. */
  clientId?: string | undefined;
  /** Staff see no people. */
  seesPeople: boolean;
};

/**
 * Client and contact of a new project. Contacts are grouped by client; once a client is selected only its contacts are
 * listed. Without JavaScript all are listed, and the server refuses a contact of another client. A business with too many people for
 * one page is asked for those of the selected client.
 */
export function PartyFields({ parties: { clients, people, partial }, clientId, seesPeople }: Props) {
  const t = useTranslations('projects.form.party');
  const [chosen, setChosen] = useState(useField('clientId', clientId).value ?? '');
  const loaded = usePeople(partial && seesPeople && chosen !== (clientId ?? '') ? chosen : '');
  const known = loaded === 'failed' ? [] : (loaded ?? people);
  const shown = known.filter((person) => person.clientId === chosen || (chosen === '' && !partial));
  const named = clients.options.filter(({ id }) => shown.some((person) => person.clientId === id));
  const groups = partial
    ? shown.map(toOption)
    : named.map(({ id, name: label }) => ({
        label,
        options: shown.filter((person) => person.clientId === id).map(toOption),
      }));
  const hasPeople = seesPeople && (partial || people.length > 0);
  return (
    <>
      <PickerField
        name="clientId"
        label={t('client')}
        hint={hasPeople && !partial && t('clientHint')}
        required
        choices={clients}
        placeholder={t('chooseClient')}
        defaultValue={clientId ?? null}
        onChoose={setChosen}
      />
      {hasPeople && (
        <SelectField
          name="clientUserId"
          label={t('contact')}
          hint={partial && chosen === '' ? t('contactFirst') : t('contactHint')}
          placeholder={t('noContact')}
          options={groups}
          {...(loaded === 'failed' && { error: t('contactFailed') })}
        />
      )}
    </>
  );
}

const toOption = ({ id, name }: Contact) => ({ value: id, label: name });

/** The people of a client from the API; null before an answer, and for the empty id. */
function usePeople(clientId: string): Contact[] | 'failed' | null {
  const [answer, setAnswer] = useState<{ of: string; people: Contact[] | 'failed' } | null>(null);
  useEffect(() => {
    if (clientId === '') return;
    const request = new AbortController();
    const address = `/api/admin/users?${new URLSearchParams({ client_id: clientId, limit: '200' })}`;
    fetch(address, { signal: request.signal })
      .then(async (sent) => {
        if (!sent.ok) throw new Error(`status ${sent.status}`);
        const { data } = (await sent.json()) as { data: { id: string; name: string }[] };
        setAnswer({ of: clientId, people: data.map(({ id, name }) => ({ id, name, clientId })) });
      })
      .catch(() => !request.signal.aborted && setAnswer({ of: clientId, people: 'failed' }));
    return () => request.abort();
  }, [clientId]);
  return answer?.of === clientId ? answer.people : null;
}
