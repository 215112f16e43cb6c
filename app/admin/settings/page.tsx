import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { changeSettingsAction, removeLogoAction } from '@/app/admin/settings/actions';
import { CheckField } from '@/components/forms/check-field';
import { FieldGroup } from '@/components/forms/field-group';
import { Form } from '@/components/forms/form';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextAreaField } from '@/components/forms/text-area-field';
import { TextField } from '@/components/forms/text-field';
import { Messages } from '@/components/layout/messages';
import { AccentField } from '@/components/settings/accent-field';
import { AccentSample } from '@/components/settings/accent-sample';
import { LogoSection } from '@/components/settings/logo-section';
import { StorageSection } from '@/components/settings/storage-section';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import { adminUser } from '@/lib/authz/guards';
import { forPage, readPage } from '@/lib/doors/page';
import { timeZones } from '@/lib/fields';
import { localeName, locales } from '@/lib/i18n/locales';
import { paths } from '@/lib/paths';
import { acceptOf, uploadKinds } from '@/lib/storage/kinds';
import { getSettings, getStorageUse } from '@/lib/tenants/settings/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('title') };
}

export default async function SettingsPage() {
  const me = await forPage(adminUser);
  const { settings, storage } = await readPage(me, async (db) => ({
    settings: await getSettings(db, me),
    storage: await getStorageUse(db, me),
  }));
  const [page, t, reading, colour, look] = await Promise.all([
    getTranslations('settings'),
    getTranslations('settings.business'),
    getTranslations('settings.reading'),
    getTranslations('settings.colour'),
    getTranslations('gallery.settings'),
  ]);
  // A stored zone under an alias (not in timeZones) stays selectable.
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
          <Messages for={['settings.colour.accent', 'settings.colour.hint', 'settings.colour.pick']}>
            <AccentField defaultValue={settings.accent}>
              <AccentSample tenant={settings.name} />
            </AccentField>
          </Messages>
        </FieldGroup>
        <FieldGroup title={look('showcase')} lead={look('showcaseLead')}>
          <input type="hidden" name="showcaseEnabled" value="false" />
          <CheckField
            name="showcaseEnabled"
            value="true"
            as="switch"
            label={look('showcaseOn')}
            defaultChecked={settings.showcaseEnabled}
          />
          {settings.showcaseEnabled && <TextLink href={paths.showcase(me.tenant.slug)}>{look('showcaseSee')}</TextLink>}
        </FieldGroup>
        <SubmitButton>{page('save')}</SubmitButton>
      </Form>
      <LogoSection
        logo={me.tenant.logo}
        uploadAddress={paths.files.uploadLogo}
        accept={acceptOf('logo')}
        maxBytes={uploadKinds.logo.maxBytes}
        remove={removeLogoAction}
      />
      <StorageSection {...storage} />
    </>
  );
}
