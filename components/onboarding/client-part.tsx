import { useTranslations } from 'next-intl';
import {
  ClientContactFields,
  ClientKindFields,
  ClientNameField,
  ClientNotesField,
} from '@/components/clients/client-fields';
import { FieldGroup } from '@/components/forms/field-group';
import { FoldOut } from '@/components/forms/fold-out';

const prefix = 'client.';
const prefilled = ['kind', 'currency'].map((name) => prefix + name);
const names = ['email', 'phone', 'address', 'internalNotes'].map((name) => prefix + name);

/** A new client: its name, and all else folded away. */
export function ClientPart({ currency }: { currency: string }) {
  const t = useTranslations('onboarding');
  return (
    <FieldGroup title={t('client.title')}>
      <ClientNameField prefix={prefix} />
      <FoldOut title={t('client.more')} names={[...prefilled, ...names]} prefilled={prefilled}>
        <ClientKindFields prefix={prefix} currency={currency} />
        <ClientContactFields prefix={prefix} />
        <ClientNotesField prefix={prefix} />
      </FoldOut>
    </FieldGroup>
  );
}
