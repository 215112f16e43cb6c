import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import {
  changeBusinessAction,
  changeColourAction,
  changeDatesAction,
  changeGuestsAction,
  changeNumbersAction,
  changePaymentAction,
  changeReadingAction,
  changeShowcaseAction,
  changeTargetsAction,
  removeLogoAction,
} from '@/app/admin/settings/actions';
import { SelectField } from '@/components/forms/select-field';
import { TextAreaField } from '@/components/forms/text-area-field';
import { TextField } from '@/components/forms/text-field';
import { Messages } from '@/components/layout/messages';
import { AccentField } from '@/components/settings/accent-field';
import { AccentSample } from '@/components/settings/accent-sample';
import { NumbersSection, PaymentSection } from '@/components/settings/billing-sections';
import { DatesSection } from '@/components/settings/dates-section';
import { ExportSection } from '@/components/settings/export-section';
import { LogoSection } from '@/components/settings/logo-section';
import { SettingSwitch } from '@/components/settings/setting-switch';
import { SettingsSection } from '@/components/settings/settings-section';
import { SignInAddress } from '@/components/settings/sign-in-address';
import { StorageSection } from '@/components/settings/storage-section';
import { TargetsSection } from '@/components/support/targets-section';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import { adminUser } from '@/lib/authz/guards';
import { today } from '@/lib/dates';
import { forPage, readPage } from '@/lib/doors/page';
import { env } from '@/lib/env';
import { localeOptions } from '@/lib/i18n/locales';
import { billingEdits } from '@/lib/invoices/settings/checks';
import { getBilling, nextNumbers } from '@/lib/invoices/settings/queries';
import { paths } from '@/lib/paths';
import { acceptOf, uploadKinds } from '@/lib/storage/kinds';
import { targetsEdit } from '@/lib/support/settings/checks';
import { getTargets } from '@/lib/support/settings/team-queries';
import { settingsEdits } from '@/lib/tenants/settings/checks';
import { getSettings, getStorageUse } from '@/lib/tenants/settings/queries';
import { timeZones } from '@/lib/time-zones';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('title') };
}

export default async function SettingsPage() {
  const me = await forPage(adminUser);
  const { settings, storage, billing, next, targets } = await readPage(me, async (db) => {
    const billing = await getBilling(db, me);
    return {
      settings: await getSettings(db, me),
      storage: await getStorageUse(db, me),
      billing,
      targets: await getTargets(db, me),
      next: await nextNumbers(db, billing, today(me.tenant.timeZone)),
    };
  });
  const [page, t, reading, colour, look, guests] = await Promise.all([
    getTranslations('settings'),
    getTranslations('settings.business'),
    getTranslations('settings.reading'),
    getTranslations('settings.colour'),
    getTranslations('gallery.settings'),
    getTranslations('guests.team'),
  ]);
  // A zone of a fixed offset, stored by a program, stays selectable.
  const zones = [...new Set([settings.timeZone, ...timeZones])].sort();
  return (
    <>
      <PageHeader title={page('title')} />
      <SettingsSection
        title={t('title')}
        lead={t('lead')}
        action={changeBusinessAction}
        version={settingsEdits.business.version(settings)}
      >
        <TextField name="name" label={t('name')} required autoComplete="off" defaultValue={settings.name} />
        <TextField name="email" label={t('email')} type="email" defaultValue={settings.email} />
        <TextField name="phone" label={t('phone')} type="tel" defaultValue={settings.phone} />
        <TextField name="website" label={t('website')} type="url" defaultValue={settings.website} />
        <TextAreaField name="address" label={t('address')} rows={3} defaultValue={settings.address} />
        <TextField name="taxNumber" label={t('taxNumber')} autoComplete="off" defaultValue={settings.taxNumber} />
      </SettingsSection>
      <SignInAddress address={new URL(paths.signInTo(me.tenant.slug), env().url).href} />
      <SettingsSection
        title={reading('title')}
        action={changeReadingAction}
        version={settingsEdits.reading.version(settings)}
      >
        <SelectField
          name="locale"
          label={reading('locale')}
          hint={reading('localeHint')}
          required
          defaultValue={settings.locale}
          options={localeOptions(settings.locale)}
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
      </SettingsSection>
      <NumbersSection
        billing={billing}
        next={next}
        action={changeNumbersAction}
        version={billingEdits.numbers.version(billing)}
      />
      <PaymentSection billing={billing} action={changePaymentAction} version={billingEdits.payment.version(billing)} />
      <TargetsSection targets={targets} action={changeTargetsAction} version={targetsEdit.version(targets)} />
      <SettingsSection
        title={colour('title')}
        lead={colour('lead')}
        action={changeColourAction}
        version={settingsEdits.colour.version(settings)}
      >
        <Messages for={['settings.colour.accent', 'settings.colour.hint', 'settings.colour.pick']}>
          <AccentField defaultValue={settings.accent}>
            <AccentSample tenant={settings.name} />
          </AccentField>
        </Messages>
      </SettingsSection>
      <SettingsSection
        title={look('showcase')}
        lead={look('showcaseLead')}
        action={changeShowcaseAction}
        version={settingsEdits.showcase.version(settings)}
        beside={
          settings.showcaseEnabled && <TextLink href={paths.showcase(me.tenant.slug)}>{look('showcaseSee')}</TextLink>
        }
      >
        <SettingSwitch name="showcaseEnabled" label={look('showcaseOn')} checked={settings.showcaseEnabled} />
        <SettingSwitch
          name="showcaseProjectNames"
          label={look('showcaseNames')}
          hint={look('showcaseNamesHint')}
          checked={settings.showcaseProjectNames}
          as="checkbox"
        />
      </SettingsSection>
      <SettingsSection
        title={guests('setting')}
        lead={guests('settingLead')}
        action={changeGuestsAction}
        version={settingsEdits.guests.version(settings)}
      >
        <SettingSwitch name="guestPassesEnabled" label={guests('allowed')} checked={settings.guestPassesEnabled} />
      </SettingsSection>
      <DatesSection
        action={changeDatesAction}
        version={settingsEdits.dates.version(settings)}
        shown={settings.dateHistoryShown}
      />
      <LogoSection
        logo={me.tenant.logo}
        uploadAddress={paths.files.uploadLogo}
        accept={acceptOf('logo')}
        maxBytes={uploadKinds.logo.maxBytes}
        remove={removeLogoAction}
      />
      <StorageSection {...storage} />
      <ExportSection />
    </>
  );
}
