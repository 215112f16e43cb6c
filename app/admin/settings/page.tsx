import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { changeSettingsAction } from '@/app/admin/settings/actions';
import { FieldGroup } from '@/components/forms/field-group';
import { Form } from '@/components/forms/form';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextAreaField } from '@/components/forms/text-area-field';
import { TextField } from '@/components/forms/text-field';
import { AccentField } from '@/components/settings/accent-field';
import { AccentSample } from '@/components/settings/accent-sample';
import { PageHeader } from '@/components/ui/page-header';
import { adminUser } from '@/lib/authz/guards';
import { forPage, readPage } from '@/lib/doors/page';
import { timeZones } from '@/lib/fields';
import { localeName, locales } from '@/lib/i18n/locales';
import { getSettings } from '@/lib/settings/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('title') };
}

export default async function SettingsPage() {
  const me = await forPage(adminUser);
  const settings = await readPage(me, (db) => getSettings(db, me));
  const [page, t, reading, colour] = await Promise.all([
    getTranslations('settings'),
    getTranslations('settings.business'),
    getTranslations('settings.reading'),
    getTranslations('settings.colour'),
  ]);
  // A zone that was chosen under another name of it stays in the list.
  const zones = [...new Set([settings.timeZone, ...timeZones])].sort();
  return (
    <>
      <PageHeader title={page('title')} lead={page('lead')} />
      <Form action={changeSettingsAction}>
        <FieldGroup title={t('title')} lead={t('lead')}>
          <TextField name="name" label={t('name')} required autoComplete="off" defaultValue={settings.name} />
          <TextField name="email" label={t('email')} type="email" defaultValue={settings.email} />
          <TextField name="phone" label={t('phone')} type="tel" defaultValue={settings.phone} />
          <TextField name="website" label={t('website')} type="url" defaultValue={settings.website} />
          <TextAreaField name="address" label={t('address')} rows={3} defaultValue={settings.address} />
          <TextField name="taxNumber" label={t('taxNumber')} autoComplete="off" defaultValue={settings.taxNumber} />
        </FieldGroup>
        <FieldGroup title={reading('title')}>
          <SelectField
            name="locale"
            label={reading('locale')}
            hint={reading('localeHint')}
            required
            defaultValue={settings.locale}
            options={locales.map((locale) => ({ value: locale, label: localeName(locale) }))}
          />
          <SelectField
            name="timeZone"
            label={reading('timeZone')}
            hint={reading('timeZoneHint')}
            required
            defaultValue={settings.timeZone}
            options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
          />
          <TextField
            name="currency"
            label={reading('currency')}
            hint={reading('currencyHint')}
            required
            maxLength={3}
            autoComplete="off"
            defaultValue={settings.currency}
          />
        </FieldGroup>
        <FieldGroup title={colour('title')} lead={colour('lead')}>
          <AccentField
            defaultValue={settings.accent}
            words={{ label: colour('accent'), hint: colour('hint'), pick: colour('pick') }}
          >
            <AccentSample business={settings.name} />
          </AccentField>
        </FieldGroup>
        <SubmitButton>{page('save')}</SubmitButton>
      </Form>
    </>
  );
}
