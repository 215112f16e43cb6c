import { useTranslations } from 'next-intl';
import { FieldGroup } from '@/components/forms/field-group';
import { SelectField } from '@/components/forms/select-field';
import { TextAreaField } from '@/components/forms/text-area-field';
import { TextField } from '@/components/forms/text-field';
import { type ClientDetail, clientKind } from '@/lib/clients/schemas';

/** Before the names of the fields, where a client is a part of a larger form: `client.`. */
type Part = { client?: ClientDetail | undefined; prefix?: string };

/** The fields of a client, for editing. */
export function ClientFields({ client, currency }: { client: ClientDetail; currency: string }) {
  const t = useTranslations('clients.form');
  return (
    <>
      <FieldGroup title={t('who')}>
        <ClientNameField client={client} />
        <ClientKindFields client={client} currency={currency} />
      </FieldGroup>
      <FieldGroup title={t('contact')}>
        <ClientContactFields client={client} />
      </FieldGroup>
      <FieldGroup title={t('inside')}>
        <ClientNotesField client={client} />
      </FieldGroup>
    </>
  );
}

export function ClientNameField({ client, prefix = '' }: Part) {
  const t = useTranslations('clients.form');
  return (
    <TextField
      name={`${prefix}name`}
      label={t('name')}
      hint={t('nameHint')}
      required
      autoComplete="off"
      defaultValue={client?.name ?? null}
    />
  );
}

export function ClientKindFields({ client, prefix = '', currency }: Part & { currency: string }) {
  const t = useTranslations('clients.form');
  const kind = useTranslations('terms.clientKind');
  return (
    <>
      <SelectField
        name={`${prefix}kind`}
        label={t('kind')}
        required
        defaultValue={client?.kind ?? 'household'}
        options={clientKind.options.map((value) => ({ value, label: kind(value) }))}
      />
      <TextField
        name={`${prefix}currency`}
        label={t('currency')}
        hint={t('currencyHint')}
        required
        maxLength={3}
        autoComplete="off"
        defaultValue={client?.currency ?? currency}
      />
    </>
  );
}

export function ClientContactFields({ client, prefix = '' }: Part) {
  const t = useTranslations('clients.form');
  const off = { autoComplete: 'off' };
  return (
    <>
      <TextField
        name={`${prefix}email`}
        label={t('email')}
        type="email"
        {...off}
        defaultValue={client?.email ?? null}
      />
      <TextField name={`${prefix}phone`} label={t('phone')} type="tel" {...off} defaultValue={client?.phone ?? null} />
      <TextAreaField name={`${prefix}address`} label={t('address')} rows={3} defaultValue={client?.address ?? null} />
      <TextField
        name={`${prefix}taxNumber`}
        label={t('taxNumber')}
        maxLength={60}
        {...off}
        defaultValue={client?.taxNumber ?? null}
      />
      <TextField
        name={`${prefix}countryCode`}
        label={t('countryCode')}
        hint={t('countryCodeHint')}
        maxLength={2}
        {...off}
        defaultValue={client?.countryCode ?? null}
      />
    </>
  );
}

export function ClientNotesField({ client, prefix = '' }: Part) {
  const t = useTranslations('clients.form');
  return (
    <TextAreaField
      name={`${prefix}internalNotes`}
      label={t('notes')}
      hint={t('notesHint')}
      rows={5}
      defaultValue={client?.internalNotes ?? null}
    />
  );
}
