import { getTranslations } from 'next-intl/server';
import { Form } from '@/components/forms/form';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import type { FormAction } from '@/lib/forms/form-state';
import { localeOptions } from '@/lib/i18n/locales';

type Props = {
  action: FormAction<void>;
  version: string;
  profile: { name: string; phone: string | null; locale: string | null };
};

export async function ProfileForm({ action, version, profile }: Props) {
  const t = await getTranslations('auth.account.profile');
  const languages = localeOptions(profile.locale);
  return (
    <Form action={action} version={version}>
      <TextField name="name" label={t('name')} defaultValue={profile.name} autoComplete="name" required />
      <TextField name="phone" type="tel" label={t('phone')} defaultValue={profile.phone} autoComplete="tel" />
      <SelectField
        name="locale"
        label={t('locale')}
        defaultValue={profile.locale}
        options={[{ value: '', label: t('localeDefault') }, ...languages]}
      />
      <SubmitButton>{t('save')}</SubmitButton>
    </Form>
  );
}
