import { getTranslations } from 'next-intl/server';
import { Form } from '@/components/forms/form';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import type { FormAction } from '@/lib/forms/form-state';
import { localeName, locales } from '@/lib/i18n/locales';

type Props = {
  action: FormAction<void>;
  profile: { name: string; phone: string | null; locale: string | null };
};

export async function ProfileForm({ action, profile }: Props) {
  const t = await getTranslations('auth.account.profile');
  const languages = locales.map((locale) => ({ value: locale, label: localeName(locale) }));
  return (
    <Form action={action}>
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
