import { useTranslations } from 'next-intl';
import { FieldGroup } from '@/components/forms/field-group';
import { SelectField } from '@/components/forms/select-field';
import { TextAreaField } from '@/components/forms/text-area-field';
import { TextField } from '@/components/forms/text-field';
import { type ClientDetail, clientKind } from '@/lib/clients/schemas';

type Props = { client?: ClientDetail; currency: string };

/** The fields of a client, for creating and for editing. */
export function ClientFields({ client, currency }: Props) {
  const t = useTranslations('clients.form');
  const kind = useTranslations('terms.clientKind');
  return (
    <>
      <FieldGroup title={t('who')}>
        <TextField
          name="name"
          label={t('name')}
          hint={t('nameHint')}
          required
          autoComplete="off"
          defaultValue={client?.name ?? null}
        />
        <SelectField
          name="kind"
          label={t('kind')}
          required
          defaultValue={client?.kind ?? 'household'}
          options={clientKind.options.map((value) => ({ value, label: kind(value) }))}
        />
        <TextField
          name="currency"
          label={t('currency')}
          hint={t('currencyHint')}
          required
          maxLength={3}
          autoComplete="off"
          defaultValue={client?.currency ?? currency}
        />
      </FieldGroup>
      <FieldGroup title={t('contact')}>
        <TextField
          name="email"
          label={t('email')}
          type="email"
          autoComplete="off"
          defaultValue={client?.email ?? null}
        />
        <TextField name="phone" label={t('phone')} type="tel" autoComplete="off" defaultValue={client?.phone ?? null} />
        <TextAreaField name="address" label={t('address')} rows={3} defaultValue={client?.address ?? null} />
      </FieldGroup>
      <FieldGroup title={t('inside')}>
        <TextAreaField
          name="internalNotes"
          label={t('notes')}
          hint={t('notesHint')}
          rows={5}
          defaultValue={client?.internalNotes ?? null}
        />
      </FieldGroup>
    </>
  );
}
