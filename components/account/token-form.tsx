import { getTranslations } from 'next-intl/server';
import { IssuedToken, type NewToken } from '@/components/account/issued-token';
import { Form } from '@/components/forms/form';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { Messages } from '@/components/layout/messages';
import type { FormAction } from '@/lib/forms/form-state';

type Props = { action: FormAction<NewToken> };

const lives = [7, 30, 90, 365];

/** Creates a token and shows it once above the form. */
export async function TokenForm({ action }: Props) {
  const t = await getTranslations('auth.account.tokens');
  return (
    <Form action={action} doneMessage={null}>
      <Messages for={['auth.account.tokens.created']}>
        <IssuedToken />
      </Messages>
      <TextField name="name" label={t('name')} maxLength={100} required />
      <SelectField
        name="expiresInDays"
        label={t('days')}
        defaultValue="90"
        options={lives.map((days) => ({ value: String(days), label: t('daysChoice', { days }) }))}
        required
      />
      <SubmitButton look="secondary">{t('create')}</SubmitButton>
    </Form>
  );
}
