import { useTranslations } from 'next-intl';
import { SelectField } from '@/components/forms/select-field';
import { TextField } from '@/components/forms/text-field';
import { ChoiceField } from '@/components/picker/choice-field';
import type { Choices } from '@/lib/choices';
import type { Day } from '@/lib/format';
import { handKinds } from '@/lib/ledger/rule';

type Props = { clients: Choices; clientId: string | undefined; today: Day };

/** The fields of an entry by hand. */
export function PostFields({ clients, clientId, today }: Props) {
  const t = useTranslations('ledger.post');
  return (
    <>
      <ChoiceField
        name="partyId"
        label={t('client')}
        required
        placeholder={t('chooseClient')}
        defaultValue={clientId ?? null}
        choices={clients}
      />
      <SelectField
        name="kind"
        label={t('kind')}
        hint={t('kindHint')}
        required
        defaultValue="charge"
        options={handKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
      />
      <TextField name="amount" label={t('amount')} hint={t('amountHint')} required inputMode="decimal" maxLength={40} />
      <TextField name="entryOn" label={t('entryOn')} type="date" required defaultValue={today} />
      <TextField name="description" label={t('description')} hint={t('descriptionHint')} required maxLength={300} />
      <TextField name="reference" label={t('reference')} maxLength={100} />
    </>
  );
}
